package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.thread.Threads;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors what the API server holds of one kind: lists it, then watches from there on.
 *
 * <p>One thread of its own does both, and reports to one listener. Its state is the resource
 * version that it has seen: none means to list, any means to watch from it. Whatever ends a watch
 * keeps the version, so that nothing is listed again (I3), except that the version has become too
 * old (I4). It never dies: every error is reported and tried again after a while that doubles from
 * 0.8 to 30 seconds with jitter and starts anew when the server sends an event (I12). The wait ends
 * at once when it is closed.
 */
final class Reflector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final int PAGE = 500;
  private static final Duration SHORTEST_WATCH = Duration.ofMinutes(5);

  private final RestClient rest;
  private final ResourceType<?> type;
  private final String path;
  private final ReflectorListener listener;
  private final Backoff backoff = new Backoff(Duration.ofMillis(800), Duration.ofSeconds(30));
  private @Nullable String seenVersion;
  private boolean heard;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;
  private volatile @Nullable ApiException lastError;

  Reflector(RestClient rest, ResourceType<?> type, String namespace, ReflectorListener listener) {
    this.rest = rest;
    this.type = type;
    this.path = type.path(namespace);
    this.listener = listener;
  }

  /** Begins to list and watch. Does not wait. */
  void start() {
    thread = Threads.start("reflector-" + type.plural(), this::run);
  }

  /** Why it has made no progress since the last success, if it has not. */
  Optional<ApiException> lastError() {
    return Optional.ofNullable(lastError);
  }

  /** Stops, and waits until nothing more is reported. */
  @Override
  public void close() {
    closed = true;
    Thread running = thread;
    if (running == null || running == Thread.currentThread()) {
      return;
    }
    running.interrupt();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        try {
          if (seenVersion == null) {
            list();
          }
          watch();
        } catch (ExpiredException e) {
          LOG.debug("{}: version {} is too old, listing anew", type, seenVersion);
          seenVersion = null;
          pause();
        } catch (ApiException e) {
          failed(e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // only close() interrupts this thread
    }
  }

  private void list() {
    List<StoredObject> objects = new ArrayList<>();
    ListPage page = listPage("");
    objects.addAll(page.objects());
    while (!page.next().isEmpty()) {
      page = listPage(page.next());
      objects.addAll(page.objects());
    }
    listener.replaced(objects);
    seenVersion = page.resourceVersion();
    succeeded();
  }

  private ListPage listPage(String next) {
    String query = "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + next);
    String doing = "list " + type.plural();
    byte[] page = rest.get(path + query, doing);
    try {
      return ListPage.parse(page);
    } catch (IllegalArgumentException e) {
      throw new ApiException("cannot " + doing + ": " + e.getMessage(), e);
    }
  }

  private void watch() throws InterruptedException {
    long seconds = SHORTEST_WATCH.toSeconds();
    seconds += ThreadLocalRandom.current().nextLong(seconds);
    String query =
        "?watch=true&allowWatchBookmarks=true&resourceVersion="
            + seenVersion
            + "&timeoutSeconds="
            + seconds;
    JsonCutter cutter = new JsonCutter(this::event);
    heard = false;
    try (ResponseStream stream = rest.stream(path + query, "watch " + type.plural())) {
      succeeded();
      for (List<ByteBuffer> piece = stream.read(); piece != null; piece = stream.read()) {
        for (ByteBuffer buffer : piece) {
          cutter.cut(buffer);
        }
      }
    }
    if (!heard) {
      pause(); // a server that ends watches at once must not be asked in a tight loop
    }
  }

  private void event(byte[] json) {
    WatchEvent event;
    try {
      event = WatchEvent.parse(json);
    } catch (IllegalArgumentException e) {
      LOG.error("{}: passed over a watch event that cannot be read: {}", type, e.getMessage());
      return;
    }
    StoredObject object = event.object();
    if (object != null) {
      if (event.type() == WatchEvent.Type.DELETED) {
        listener.deleted(object);
      } else {
        listener.changed(object);
      }
    }
    seenVersion = event.resourceVersion();
    heard = true;
    backoff.reset();
  }

  private void succeeded() {
    if (lastError != null) {
      LOG.info("{}: in touch with the API server again", type);
      lastError = null;
    }
  }

  private void failed(ApiException error) throws InterruptedException {
    ApiException last = lastError;
    if (!closed && (last == null || last.code() != error.code())) {
      LOG.warn("{}: {}. {}", type, error.getMessage(), Remedy.of(error, type));
    }
    lastError = error;
    pause();
  }

  private void pause() throws InterruptedException {
    Thread.sleep(backoff.next().toMillis());
  }
}
