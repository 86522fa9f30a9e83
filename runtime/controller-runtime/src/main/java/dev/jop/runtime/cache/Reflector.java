package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.thread.Threads;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors what the API server holds of one kind, and never dies.
 *
 * <p>One thread of its own does all, and reports to one store. Its state is the resource version
 * that it has seen. Without one it fetches everything: by a watch that begins with what there is
 * and says by a bookmark where that ends (I13), or by a list in pages where the server does not
 * offer such a watch. Until all of it is there the store hears nothing; then it is replaced at
 * once. With a version it watches from there on. Whatever ends a watch keeps the version, so that
 * nothing is fetched again (I3), except that the version has become too old (I4).
 *
 * <p>A watch that is silent for two minutes is given up, for connections can die without a word.
 * Every error is reported, with what a person can do about it, and tried again after a while that
 * doubles from 0.8 to 30 seconds with jitter and starts anew when the server sends an event (I12).
 * If the server names a time to wait, that is waited at least. Closing ends each wait at once.
 */
final class Reflector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final Duration SHORTEST_WATCH = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int TRIES_OF_INITIAL_WATCH = 3;

  private final ListWatch source;
  private final ReflectorStore store;
  private final ObjectParser parser;
  private final Backoff backoff;
  private final Duration idle;
  private @Nullable String seenVersion;
  private @Nullable Map<ObjectKey, StoredObject> initial;
  private int triesOfInitialWatch;
  private boolean heard;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;
  private volatile @Nullable ApiException lastError;

  /**
   * A reflector that is not started yet.
   *
   * @param parser reads the objects; used by this reflector's thread alone
   */
  Reflector(ListWatch source, ReflectorStore store, ObjectParser parser) {
    this(
        source,
        store,
        parser,
        new Backoff(Duration.ofMillis(800), Duration.ofSeconds(30)),
        LONGEST_SILENCE);
  }

  /**
   * A reflector with waits of its own.
   *
   * @param idle after how long of silence a watch is given up
   */
  Reflector(
      ListWatch source, ReflectorStore store, ObjectParser parser, Backoff backoff, Duration idle) {
    this.source = source;
    this.store = store;
    this.parser = parser;
    this.backoff = backoff;
    this.idle = idle;
  }

  /** Begins to list and watch. Does not wait. */
  void start() {
    thread = Threads.start("reflector-" + source.type().plural(), this::run);
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
          follow();
        } catch (ExpiredException e) {
          LOG.debug("{}: version {} is too old, fetching all anew", source.type(), seenVersion);
          seenVersion = null;
          pause(Duration.ZERO);
        } catch (ApiException e) {
          failed(e);
        } catch (RuntimeException e) { // of a credential plugin, say: nothing may end this thread
          failed(new ApiException("cannot watch " + source.type().plural() + ": " + e, e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // only close() interrupts this thread
    }
  }

  private void follow() throws InterruptedException {
    if (seenVersion == null && triesOfInitialWatch >= TRIES_OF_INITIAL_WATCH) {
      list();
    }
    if (seenVersion != null) {
      watch(source.watch(seenVersion, watchSeconds()));
    } else {
      watchFromStart();
    }
  }

  private void watchFromStart() throws InterruptedException {
    initial = new LinkedHashMap<>();
    triesOfInitialWatch++;
    try {
      watch(source.watchFromStart(watchSeconds()));
    } catch (ApiException e) {
      if (e.code() != 400 && e.code() != 422) {
        throw e;
      }
      LOG.debug("{}: the server offers no watch that begins with a list", source.type());
      triesOfInitialWatch = TRIES_OF_INITIAL_WATCH;
    } finally {
      initial = null;
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
    store.replace(objects);
    seenVersion = page.resourceVersion();
    succeeded();
  }

  private ListPage listPage(String next) {
    byte[] page = source.list(next);
    try {
      return ListPage.parse(page, parser);
    } catch (IllegalArgumentException e) {
      throw new ApiException("cannot list " + source.type().plural() + ": " + e.getMessage(), e);
    }
  }

  private void watch(ResponseStream opened) throws InterruptedException {
    JsonCutter cutter = new JsonCutter(this::event);
    heard = false;
    try (ResponseStream stream = opened) {
      succeeded();
      for (List<ByteBuffer> piece = stream.read(idle); piece != null; piece = stream.read(idle)) {
        if (piece.isEmpty()) {
          silent();
          return;
        }
        for (ByteBuffer buffer : piece) {
          cutter.cut(buffer);
        }
      }
    }
    if (!heard) {
      pause(Duration.ZERO); // a server that ends watches at once is not asked in a tight loop
    }
  }

  /**
   * A server sends bookmarks about every minute. One that has sent nothing for longer is not there
   * any more, or it holds other data than before, restored or new, and its version has not yet come
   * to where this watch began: then all is fetched anew.
   */
  private void silent() {
    LOG.debug("{}: nothing was heard for {}", source.type(), idle);
    if (!heard) {
      seenVersion = null;
    }
  }

  private void event(byte[] json, int start, int end) {
    WatchEvent event;
    try {
      event = WatchEvent.parse(json, start, end, parser);
    } catch (IllegalArgumentException e) {
      LOG.error("{}: passed over an event that cannot be read: {}", source.type(), e.getMessage());
      return;
    }
    if (initial == null) {
      report(event);
    } else {
      collect(event, initial);
    }
    heard = true;
    backoff.reset();
  }

  private void report(WatchEvent event) {
    StoredObject object = event.object();
    if (object != null) {
      if (event.type() == WatchEvent.Type.DELETED) {
        store.delete(object);
      } else {
        store.put(object);
      }
    }
    seenVersion = event.resourceVersion();
  }

  private void collect(WatchEvent event, Map<ObjectKey, StoredObject> objects) {
    StoredObject object = event.object();
    if (object == null) {
      if (event.type() == WatchEvent.Type.INITIAL_END) {
        store.replace(objects.values());
        seenVersion = event.resourceVersion();
        triesOfInitialWatch = 0;
        initial = null;
      }
    } else if (event.type() == WatchEvent.Type.DELETED) {
      objects.remove(object.key());
    } else {
      objects.put(object.key(), object);
    }
  }

  private static long watchSeconds() {
    long seconds = SHORTEST_WATCH.toSeconds();
    return seconds + ThreadLocalRandom.current().nextLong(seconds);
  }

  private void succeeded() {
    if (lastError != null) {
      LOG.info("{}: in touch with the API server again", source.type());
      lastError = null;
    }
  }

  private void failed(ApiException error) throws InterruptedException {
    ApiException last = lastError;
    if (!closed && (last == null || last.code() != error.code())) {
      LOG.warn("{}: {}. {}", source.type(), error.getMessage(), Remedy.of(error, source.type()));
    }
    if (last != null && last.code() == 0 && error.code() != 0) {
      backoff.reset(); // the server is back, and will soon be ready
    }
    lastError = error;
    pause(error.retryAfter());
  }

  private void pause(Duration atLeast) throws InterruptedException {
    Duration wait = backoff.next();
    Thread.sleep((wait.compareTo(atLeast) < 0 ? atLeast : wait).toMillis());
  }
}
