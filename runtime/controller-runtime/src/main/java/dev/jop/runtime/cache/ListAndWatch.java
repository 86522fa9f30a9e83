package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.internal.json.JsonCutter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try of a reflector after the other: a list, or a watch until it ends. Used by the reflector's
 * thread alone.
 */
final class ListAndWatch {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final Duration SHORTEST_WATCH = Duration.ofMinutes(5);
  private static final Duration LONGEST_INITIAL_SILENCE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int INITIAL_WATCHES = 3;

  private final ListWatch source;
  private final ReflectorStore<StoredObject> store;
  private final ObjectParser parser;
  private final ReflectorOptions options;
  private final Position position;
  private final Backoff backoff;
  private final Outage outage;
  private final Unreadable unreadable;
  private final Pager pager;
  private boolean offersInitialEvents;
  private int unfinishedInitialWatches;
  private @Nullable InitialEvents initial;
  private long startedAt;
  private boolean empty;
  private boolean endedSoon;
  private long events;

  /**
   * No try yet.
   *
   * @param position from where to go on; moves on with what comes
   * @param backoff begins anew when the server sends an event
   * @param outage ends when the server answers
   */
  ListAndWatch(
      ListWatch source,
      ReflectorStore<StoredObject> store,
      ObjectParser parser,
      ReflectorOptions options,
      Position position,
      Backoff backoff,
      Outage outage) {
    this.source = source;
    this.store = store;
    this.parser = parser;
    this.options = options;
    this.offersInitialEvents = options.watchList();
    this.position = position;
    this.backoff = backoff;
    this.outage = outage;
    this.unreadable = new Unreadable(source.type(), options.metrics());
    this.pager = new Pager(source, parser, unreadable, options.idle());
  }

  /** What the next try is: {@code list} or {@code watch}. */
  String verb() {
    return isToList() ? "list" : "watch";
  }

  private boolean isToList() {
    return !position.isFollowing()
        && (!offersInitialEvents || unfinishedInitialWatches >= INITIAL_WATCHES);
  }

  /**
   * Lists, or watches until the watch ends.
   *
   * @return whether the server ended a watch so soon that it must not be asked again at once
   */
  boolean attempt() throws InterruptedException {
    if (isToList()) {
      list();
      return false;
    }
    if (position.isFollowing()) {
      watch(source.watch(position.version(), watchSeconds()), options.idle());
    } else {
      watchFromStart();
    }
    return endedSoon;
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
    endedSoon = false;
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

  /** By the server's will; one that ends watches at once is not asked in a tight loop. */
  private void ended() {
    endedSoon = now() - startedAt < SHORT.toNanos();
    if (endedSoon && empty) {
      position.fruitless();
    }
  }

  private void event(byte[] json, int start, int end) {
    WatchEvent event;
    try {
      event = WatchEvent.parse(json, start, end, parser);
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
