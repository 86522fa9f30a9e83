package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ResponseStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors what the API server holds of one kind, and never dies.
 *
 * <p>One thread of its own does all, and reports to one store. At first it fetches everything: by a
 * watch that begins with what there is and says by a bookmark where that ends (I13), or by a list
 * where the server does not offer such a watch. Until all of it is there the store hears nothing;
 * then it is replaced at once. From the version of that on it watches. Whatever ends a watch keeps
 * the version, so that nothing is fetched again (I3), unless the server has forgotten it or never
 * knew it (I4, {@link Position}).
 *
 * <p>A watch that is silent for two minutes is given up, for connections can die without a word.
 * Every error is reported, with what a person can do about it, and tried again after a while that
 * doubles from 0.8 to 30 seconds with jitter and starts anew when the server sends an event (I12).
 * If the server names a time to wait, that is waited at least. Closing ends each wait at once.
 */
final class Reflector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final Duration SHORTEST_WATCH = Duration.ofMinutes(5);
  private static final Duration LONGEST_INITIAL_SILENCE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int INITIAL_WATCHES = 3;

  private final ListWatch source;
  private final ReflectorStore store;
  private final ReflectorOptions options;
  private final Backoff backoff;
  private final ObjectParser parser;
  private final Unreadable unreadable;
  private final Pager pager;
  private final Outage outage;
  private final Position position = new Position();
  private boolean offersInitialEvents = true;
  private int unfinishedInitialWatches;
  private @Nullable InitialEvents initial;
  private long startedAt;
  private boolean empty;
  private long events;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /**
   * A reflector that is not started yet.
   *
   * @param parser reads the objects; used by this reflector's thread alone
   */
  Reflector(ListWatch source, ReflectorStore store, ObjectParser parser, ReflectorOptions options) {
    this.source = source;
    this.store = store;
    this.parser = parser;
    this.options = options;
    this.backoff = new Backoff(options.firstPause(), options.longestPause());
    this.unreadable = new Unreadable(source.type(), options.metrics());
    this.pager = new Pager(source, parser, unreadable, options.idle());
    this.outage = new Outage(source, options.nanoTime());
  }

  /** Begins to list and watch. Does not wait. */
  void start() {
    thread = InformerThread.start("reflector-" + source.type().plural(), this::run);
  }

  /** Why it has made no progress since the last success, if it has not. */
  Optional<ApiException> lastError() {
    return outage.lastError();
  }

  /** Lets it come to its end, without waiting. */
  void stop() {
    closed = true;
    Thread running = thread;
    if (running != null && running != Thread.currentThread()) {
      running.interrupt();
    }
  }

  /** Stops, and waits until nothing more is reported; does not wait in an informer's thread. */
  @Override
  public void close() {
    stop();
    Thread running = thread;
    if (running != null) {
      try {
        InformerThread.awaitEnd(running);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!closed) {
      try {
        attempt();
      } catch (InterruptedException e) { // by stop(), else left behind by code of others
        LOG.debug("{}: interrupted", source.type());
      }
    }
  }

  private void attempt() throws InterruptedException {
    String verb = isToList() ? "list" : "watch";
    try {
      follow();
    } catch (ApiException e) {
      failed(verb, e);
    } catch (RuntimeException | Error e) { // of a plugin, say: nothing may end this thread
      String doing = "cannot " + verb + " " + source.type().plural() + ": ";
      failed(verb, new ApiException(doing + e, e));
    }
  }

  private boolean isToList() {
    return !position.isFollowing()
        && (!offersInitialEvents || unfinishedInitialWatches >= INITIAL_WATCHES);
  }

  private void follow() throws InterruptedException {
    if (isToList()) {
      list();
    } else if (position.isFollowing()) {
      watch(source.watch(position.version(), watchSeconds()), options.idle());
    } else {
      watchFromStart();
    }
  }

  private void watchFromStart() throws InterruptedException {
    Duration idle = options.idle();
    initial = new InitialEvents();
    try {
      watch(
          source.watchFromStart(position.forInitialWatch(), watchSeconds()),
          idle.compareTo(LONGEST_INITIAL_SILENCE) < 0 ? idle : LONGEST_INITIAL_SILENCE);
    } catch (ApiException e) {
      if (e.code() != 400 && e.code() != 422) {
        throw e;
      }
      LOG.debug("{}: the server offers no watch that begins with a list", source.type());
      offersInitialEvents = false;
    } finally {
      initial = null;
    }
  }

  private void list() throws InterruptedException {
    startedAt = now();
    List<StoredObject> all = new ArrayList<>();
    String version = pager.list(position.forList(), all);
    outage.end().ifPresent(LOG::info);
    unfinishedInitialWatches = 0;
    fetched(all, version);
  }

  private void fetched(Collection<StoredObject> objects, String version) {
    store.replace(objects, version);
    position.fetched(version);
    options.metrics().listed(seconds(startedAt), objects.size());
  }

  private void watch(ResponseStream opened, Duration idle) throws InterruptedException {
    startedAt = now();
    empty = true;
    events = 0;
    options.metrics().watchStarted();
    if (initial != null) {
      unfinishedInitialWatches++;
    }
    try (ResponseStream stream = opened) {
      JsonCutter cutter = new JsonCutter(this::event);
      outage.end().ifPresent(LOG::info);
      for (List<ByteBuffer> piece = stream.read(idle); piece != null; piece = stream.read(idle)) {
        if (piece.isEmpty()) {
          silent(idle);
          return;
        }
        empty = false;
        for (ByteBuffer buffer : piece) {
          cutter.cut(buffer);
        }
      }
    } finally {
      options.metrics().watchEnded(seconds(startedAt), events);
    }
    ended();
  }

  /**
   * A server sends bookmarks about every minute. One that has sent nothing for longer is not there
   * any more, or it holds other data than before, restored or new, and its version has not yet come
   * to where this watch began: then all is fetched anew.
   */
  private void silent(Duration idle) {
    LOG.debug("{}: nothing was heard for {}", source.type(), idle);
    if (initial != null) {
      unfinishedInitialWatches = INITIAL_WATCHES; // it seems not to know of a bookmark at the end
    } else if (events == 0) {
      position.lost();
    }
  }

  /** A server that ends watches at once is not asked in a tight loop. */
  private void ended() throws InterruptedException {
    if (now() - startedAt < SHORT.toNanos()) {
      if (empty) {
        position.fruitless();
      }
      pause(Duration.ZERO);
    }
  }

  private void event(byte[] json, int start, int end) {
    WatchEvent event;
    try {
      event = WatchEvent.parse(json, start, end, parser);
      source.refuseForeign(event);
    } catch (IllegalArgumentException e) {
      unreadable.report(json, start, end, String.valueOf(e.getMessage()));
      return;
    } catch (ApiException e) {
      if (e.reason().equals("StoreReadError")) {
        position.lost(); // an object that cannot be read was deleted, and no event will say which
      } else if (e.code() != 429 && events == 0) {
        position.fruitless();
      }
      throw e;
    }
    events++;
    backoff.reset();
    if (initial == null) {
      report(event);
    } else if (initial.add(event)) {
      fetched(initial.objects(), event.resourceVersion());
      unfinishedInitialWatches = 0;
      initial = null;
    }
  }

  private void report(WatchEvent event) {
    StoredObject object = event.object();
    if (object == null) {
      store.bookmark(event.resourceVersion());
    } else if (event.type() == WatchEvent.Type.DELETED) {
      store.delete(object);
    } else {
      store.put(object);
    }
    position.moved(event.resourceVersion());
  }

  private void failed(String verb, ApiException error) throws InterruptedException {
    if (closed) {
      return;
    }
    options.metrics().failed(verb, Remedy.reason(error));
    tellHandler(error);
    boolean wasAway = lastError().filter(last -> last.code() == 0).isPresent();
    if (Position.saysUnknown(error) && !position.isUnknown()) {
      LOG.debug("{}: {}", source.type(), error.getMessage());
      position.expired();
    } else {
      outage.failed(error).ifPresent(LOG::warn);
    }
    if (wasAway && error.code() != 0) {
      backoff.reset(); // the server is back, and will soon be ready
    }
    pause(error.retryAfter());
  }

  private void tellHandler(ApiException error) {
    try {
      options.onError().failed(error);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: the watch error handler failed", source.type(), e);
    }
  }

  private void pause(Duration atLeast) throws InterruptedException {
    Duration wait = backoff.next();
    Thread.sleep((wait.compareTo(atLeast) < 0 ? atLeast : wait).toMillis());
  }

  private static long watchSeconds() {
    long seconds = SHORTEST_WATCH.toSeconds();
    return seconds + ThreadLocalRandom.current().nextLong(seconds); // I11
  }

  private long now() {
    return options.nanoTime().getAsLong();
  }

  private double seconds(long since) {
    return (now() - since) / 1e9;
  }
}
