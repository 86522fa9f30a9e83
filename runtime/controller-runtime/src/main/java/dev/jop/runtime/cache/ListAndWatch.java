package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.internal.json.JsonCutter;
import dev.jop.runtime.internal.json.MalformedJsonException;
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
  private static final int INITIAL_WATCHES = 3;
  private static final int TOO_MANY_REQUESTS = 429;

  private final ListWatch source;
  private final ReflectorStore<StoredObject> store;
  private final ObjectParser parser;
  private final ReflectorOptions options;
  private final Position position;
  private final Pace pace;
  private final Outage outage;
  private final Unreadable unreadable;
  private final Pager pager;
  private final Waits waits;
  private boolean offersInitialEvents;
  private boolean listsInstead;
  private int unfinishedInitialWatches;
  private @Nullable InitialEvents initial;
  private long startedAt;
  private boolean empty;
  private long events;

  /**
   * No try yet.
   *
   * @param position from where to go on; moves on with what comes
   * @param pace learns how each try goes
   * @param outage ends when the server answers
   * @param waits how long a watch may be silent, and live
   */
  ListAndWatch(
      ListWatch source,
      ReflectorStore<StoredObject> store,
      ObjectParser parser,
      ReflectorOptions options,
      Position position,
      Pace pace,
      Outage outage,
      Waits waits) {
    this.source = source;
    this.store = store;
    this.parser = parser;
    this.options = options;
    this.offersInitialEvents = options.watchList();
    this.position = position;
    this.pace = pace;
    this.outage = outage;
    this.waits = waits;
    this.unreadable = new Unreadable(source.type(), options.metrics());
    this.pager = new Pager(source, parser, unreadable, options.idle());
  }

  /** What the next try is: {@code list} or {@code watch}. */
  String verb() {
    return isToList() ? "list" : "watch";
  }

  private boolean isToList() {
    return !position.isFollowing()
        && (listsInstead || !offersInitialEvents || unfinishedInitialWatches >= INITIAL_WATCHES);
  }

  /** Lists, or watches until the watch ends. */
  void attempt() throws InterruptedException {
    pace.begin();
    if (isToList()) {
      list();
    } else if (position.isFollowing()) {
      watch(source.watch(position.version(), watchSeconds(), waits.overtime()));
    } else {
      watchFromStart();
    }
  }

  /**
   * Watches from the beginning. If the server does not want to, for whatever reason, what there is
   * may still be listed, and that is tried at once (I13). Not so if it has too much to do, or does
   * not know the version: that is no reason against a watch.
   */
  private void watchFromStart() throws InterruptedException {
    initial = new InitialEvents();
    try {
      watch(source.watchFromStart(position.forInitialWatch(), watchSeconds(), waits.overtime()));
    } catch (ApiException e) {
      if (initial != null && e.code() == TOO_MANY_REQUESTS) {
        unfinishedInitialWatches++;
      }
      boolean answered = e.code() != 0 && e.code() != TOO_MANY_REQUESTS;
      if (initial == null || !answered || position.canDoWithout(e)) {
        throw e;
      }
      listInstead(e);
    } finally {
      initial = null;
    }
  }

  private void listInstead(ApiException why) {
    LOG.debug("{}: lists, since a watch cannot begin with a list", source.type(), why);
    pace.begin();
    listsInstead = true;
    if (why.code() == 400 || why.code() == 422) {
      offersInitialEvents = false; // it does not know of such watches, and will not until it is new
    } else {
      options.metrics().failed("watch", Remedy.reason(why));
    }
  }

  private void list() throws InterruptedException {
    listsInstead = false;
    startedAt = now();
    List<StoredObject> all = new ArrayList<>();
    String version = pager.list(position.forList(), all);
    fetched(all, version);
    pace.listed();
  }

  private void fetched(Collection<StoredObject> objects, String version) {
    store.replace(objects, version);
    position.fetched(version);
    unfinishedInitialWatches = 0;
    outage.end().ifPresent(LOG::info);
    options.metrics().listed(seconds(startedAt), objects.size());
  }

  private void watch(ResponseStream opened) throws InterruptedException {
    startedAt = now();
    empty = true;
    events = 0;
    pace.accepted();
    outage.accepted().ifPresent(LOG::info);
    options.metrics().watchStarted();
    if (initial != null) {
      unfinishedInitialWatches++;
    }
    try (ResponseStream stream = opened) {
      read(stream);
    } catch (MalformedJsonException e) { // where the next event begins is not known any more
      if (events == 0 && initial == null) {
        position.fruitless();
      }
      throw Malformed.answer(doing(), String.valueOf(e.getMessage()));
    } finally {
      options.metrics().watchEnded(seconds(startedAt), events);
      if (pace.isLiving()) {
        outage.end().ifPresent(LOG::info);
      }
    }
  }

  private void read(ResponseStream stream) throws InterruptedException {
    JsonCutter cutter = new JsonCutter(this::event);
    while (true) {
      List<ByteBuffer> piece;
      try {
        piece = stream.read(idle());
      } catch (ApiException e) {
        if (!pace.isLiving()) {
          throw e;
        }
        LOG.debug("{}: a watch was cut", source.type(), e);
        return;
      }
      if (piece == null) {
        ended();
        return;
      }
      if (piece.isEmpty()) {
        silent();
        return;
      }
      empty = false;
      for (ByteBuffer buffer : piece) {
        cutter.cut(buffer);
      }
    }
  }

  private Duration idle() {
    boolean shorter = initial != null && waits.initialSilence().compareTo(options.idle()) < 0;
    return shorter ? waits.initialSilence() : options.idle();
  }

  /**
   * A server sends bookmarks about every minute. One that has sent nothing for longer is not there
   * any more, or it holds other data than before, restored or new, and its version has not yet come
   * to where this watch began: then all is fetched anew.
   */
  private void silent() {
    LOG.debug("{}: nothing was heard for {}", source.type(), idle());
    if (initial != null) {
      unfinishedInitialWatches = INITIAL_WATCHES; // it seems not to know of a bookmark at the end
    } else if (events == 0) {
      position.lost();
    }
  }

  /** By the server's will. */
  private void ended() {
    if (!pace.isLiving() && empty) {
      position.fruitless();
    }
  }

  private void event(byte[] json, int start, int end) {
    WatchEvent event;
    try {
      event = WatchEvent.parse(json, start, end, parser);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      if (initial != null) {
        throw Malformed.answer(doing(), why); // what there is, is not known without it
      }
      unreadable.report(json, start, end, why);
      return;
    } catch (ApiException e) {
      if (e.reason().equals("StoreReadError")) {
        position.lost(); // an object that cannot be read was deleted, and no event will say which
      } else if (e.code() != TOO_MANY_REQUESTS && events == 0) {
        position.fruitless();
      }
      throw e;
    }
    events++;
    if (initial == null) {
      report(event);
    } else if (initial.add(event)) {
      fetched(initial.objects(), event.resourceVersion());
      initial = null;
      pace.progressed();
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
    outage.end().ifPresent(LOG::info);
    if (object != null) {
      pace.progressed();
    }
  }

  private String doing() {
    return "watch " + source.type().plural();
  }

  private long watchSeconds() {
    long seconds = waits.shortestWatch().toSeconds();
    return seconds + ThreadLocalRandom.current().nextLong(seconds); // I11
  }

  private long now() {
    return options.nanoTime().getAsLong();
  }

  private double seconds(long since) {
    return (now() - since) / 1e9;
  }
}
