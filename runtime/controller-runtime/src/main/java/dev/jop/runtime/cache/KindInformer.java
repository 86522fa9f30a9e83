package dev.jop.runtime.cache;

import dev.jop.runtime.scheme.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One kind's reflectors, the store that they fill, and the handlers that are told: how they begin,
 * are used and end.
 *
 * <p>A reflector, in its {@link Feed}, brings in the objects of a namespace, or of all. They write
 * the {@link FedStore}, which tells the handlers then, so whoever hears of a change can read it.
 * That happens under this informer's lock, and so does a handler join: it misses nothing and is
 * told nothing twice (I26). Handlers run in threads of their own, each with a backlog of its own;
 * readers of the store take no lock.
 *
 * <p>It ends when it is closed, or with its last handler if nobody reads it.
 */
final class KindInformer implements AutoCloseable {

  private final ResourceType<?> kind;
  private final Object lock = new Object();
  private final FedStore store;
  private final InformerMetrics metrics;
  private final Misfits misfits;
  private final ReflectorOptions options;
  private final Consumer<KindInformer> onIdle;
  private final Usage usage = new Usage();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile WatchErrorHandler errorHandler;
  private boolean started;
  private volatile boolean closed;

  /**
   * An informer without feeds.
   *
   * @param provider makes the metrics
   * @param options how its reflectors wait, and who is told of their failures
   * @param onIdle is called when the last handler was removed, and not again before {@link
   *     #endIfIdle} gives 0; must not wait
   */
  KindInformer(
      ResourceType<?> kind,
      InformerMetricsProvider provider,
      ReflectorOptions options,
      Consumer<KindInformer> onIdle) {
    this.kind = kind;
    this.store = new FedStore(kind, lock);
    InformerState state =
        new InformerGauges(
            store.objects(), () -> store.feeds().lastResourceVersion(), this::backlogs);
    this.metrics = new ContainedMetrics(kind, provider.create(kind, state));
    this.misfits = new Misfits(kind, store.objects(), metrics);
    this.options =
        options.withMetrics(metrics).withErrorHandler(error -> errorHandler.failed(error));
    this.errorHandler = options.onError();
    this.onIdle = onIdle;
  }

  ResourceType<?> kind() {
    return kind;
  }

  InformerMetrics metrics() {
    return metrics;
  }

  /** Reports objects that do not fit a reader's type. */
  Misfits misfits() {
    return misfits;
  }

  /**
   * Sets who is told of failures to list and watch (I33).
   *
   * @throws IllegalStateException if it was started before
   */
  void setWatchErrorHandler(WatchErrorHandler handler) {
    synchronized (lock) {
      if (started) {
        throw new IllegalStateException("the informer of " + kind + " was started before");
      }
      errorHandler = handler;
    }
  }

  private int[] backlogs() {
    return store.listeners().stream().mapToInt(Listener::backlogLength).toArray();
  }

  /** The objects as they are kept. */
  ObjectStore store() {
    return store.objects();
  }

  /**
   * Exchanges feeds. Does not wait for what ends.
   *
   * @param specs what to bring in, by namespace
   * @throws IllegalStateException if it is closed
   */
  void setFeeds(Map<String, FeedSpec> specs) {
    List<Feed> ended;
    synchronized (lock) {
      refuseIfClosed();
      ended = store.exchange(specs, options, started);
    }
    ended.forEach(Feed::stop);
  }

  /** What brings objects in now. */
  Feeds feeds() {
    return store.feeds();
  }

  /** Whether what is brought in is enough for this type of the kind. */
  boolean serves(ResourceType<?> type) {
    return type.isMetadata() || !isMetadata();
  }

  /** Whether no more than metadata is brought in. */
  boolean isMetadata() {
    return store.isMetadata();
  }

  /**
   * Begins to list and watch, without waiting.
   *
   * @return false if it was started before
   * @throws IllegalStateException if it is closed
   */
  boolean start() {
    synchronized (lock) {
      refuseIfClosed();
      if (started) {
        return false;
      }
      started = true;
      feeds().all().forEach(Feed::start);
      return true;
    }
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Waits until everything of a namespace was brought in once, or the informer is closed. Whoever
   * waits uses it; if it has ended for want of use, this does not wait.
   *
   * @param namespace the namespace, empty for all
   * @return whether it was, within that time
   * @throws UnknownNamespaceException if no feed brings in that namespace (K10)
   */
  boolean waitForSync(String namespace, Duration timeout) throws InterruptedException {
    try {
      return usage.beginWait() && isSyncedWithin(namespace, timeout);
    } finally {
      usage.endWait();
    }
  }

  private boolean isSyncedWithin(String namespace, Duration timeout) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    for (Feed feed = feeds().pending(namespace); feed != null; feed = feeds().pending(namespace)) {
      long left = until - System.nanoTime();
      if (left <= 0 || closed) {
        return false;
      }
      feed.await(left);
    }
    return !closed;
  }

  /**
   * Adds indexes; those that look into whole objects as soon as there are any.
   *
   * @throws IllegalArgumentException if there is an index of one of these names; then none is added
   */
  void addIndexes(IndexFunctions functions) {
    store.addIndexes(functions);
  }

  /** All indexes that were added. */
  List<IndexFunctions> indexes() {
    return store.indexes();
  }

  /** Adds a handler, which is told of everything first. */
  void add(Listener<?> listener) {
    synchronized (lock) {
      refuseIfClosed(); // I30
      store.add(listener);
    }
  }

  /** Tells a handler of everything again, but not of what it was not told yet. */
  void resync(Listener<?> listener) {
    store.resync(listener);
  }

  void remove(Listener<?> listener) {
    boolean becomesIdle;
    synchronized (lock) {
      becomesIdle = store.remove(listener) && !closed && usage.lastHandlerLeft(System.nanoTime());
    }
    if (becomesIdle) {
      onIdle.accept(this);
    }
  }

  /** Notes that somebody reads, or will; false if it has ended because nobody did. */
  boolean use() {
    return usage.use();
  }

  /**
   * Takes no handlers any more, if the last one left so long ago and nobody reads or has read
   * since. Whoever calls has to {@link #close} it then.
   *
   * @param nanos how long ago
   * @return after how long to ask again; 0 if it has ended, or goes on
   */
  long endIfIdle(long nanos) {
    synchronized (lock) {
      long left = nanos - usage.idleTime(System.nanoTime());
      if (left > 0 && !closed) {
        return left;
      }
      usage.endIdleness();
      closed |= store.listeners().isEmpty() && usage.end();
      return 0;
    }
  }

  /** Waits until it is closed, at most so long. */
  void awaitEnd(long nanos) throws InterruptedException {
    boolean unused = end.await(nanos, TimeUnit.NANOSECONDS);
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the informer of " + kind + " is closed");
    }
  }

  /**
   * Ends the watches, then the handlers, and waits for both, unless one of these calls it. May be
   * called twice.
   */
  @Override
  public void close() {
    List<Listener<?>> open;
    List<Feed> ended;
    synchronized (lock) {
      closed = true;
      open = store.listeners();
      ended = List.copyOf(feeds().all());
    }
    end.countDown();
    ended.forEach(Feed::stop);
    ended.forEach(Feed::close);
    open.forEach(Listener::close);
    try {
      for (Listener<?> listener : open) {
        listener.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    metrics.close();
  }
}
