package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors what the API server holds of one kind, and never dies. Used alone it is client-go's
 * {@code NewReflector}: whoever has no use for handlers gives it a store of their own, or an {@link
 * IndexedStore}.
 *
 * <p>One thread of its own does all, and reports to one store. At first it fetches everything: by a
 * watch that begins with what there is and says by a bookmark where that ends (I13), or by a list
 * where the server does not offer such a watch. Until all of it is there the store hears nothing;
 * then it is replaced at once. From the version of that on it watches. Whatever ends a watch keeps
 * the version, so that nothing is fetched again (I3), unless the server has forgotten it or never
 * knew it (I4, {@link Position}).
 *
 * <p>A watch that is silent for two minutes is given up, for connections can die without a word; a
 * watch that is cut is followed by the next one at once. Every error is reported, with what a
 * person can do about it, and tried again after a while that doubles from 0.8 to 30 seconds with
 * jitter and starts anew when the server accepts a watch (I12, {@link Pace}). If the server names a
 * time to wait, that is waited at least, up to a minute. Closing ends each wait at once.
 *
 * <p>What comes is checked before anything is concluded from it: a list is a list of that kind with
 * a resource version, an event is one of an object of that kind in that namespace, and both are
 * JSON. Whatever else the server, or a proxy on the way, answers is an error that changes nothing
 * in the store.
 */
public final class Reflector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  private final ListWatch source;
  private final ReflectorOptions options;
  private final Pace pace;
  private final Waits waits;
  private final Outage outage;
  private final Position position = new Position();
  private final ListAndWatch tries;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /**
   * A reflector that is not started yet.
   *
   * @param parser reads the objects; used by this reflector's thread alone
   */
  Reflector(
      ListWatch source,
      ReflectorStore<StoredObject> store,
      ObjectParser parser,
      ReflectorOptions options) {
    this(source, store, parser, options, Waits.REAL);
  }

  Reflector(
      ListWatch source,
      ReflectorStore<StoredObject> store,
      ObjectParser parser,
      ReflectorOptions options,
      Waits waits) {
    this.source = source;
    this.options = options;
    this.waits = waits;
    this.pace = new Pace(backoff(options), backoff(options), options.nanoTime());
    this.outage = new Outage(source, options.nanoTime());
    this.tries = new ListAndWatch(source, store, parser, options, position, pace, outage, waits);
  }

  private static Backoff backoff(ReflectorOptions options) {
    return new Backoff(options.firstPause(), options.longestPause(), options.nanoTime());
  }

  /**
   * A reflector that is not started yet, with the default options.
   *
   * @param source what to list and watch: objects of this type
   * @param type the type of the objects that the store is told of
   */
  public static <T extends HasMetadata> Reflector create(
      ListWatch source, ResourceType<T> type, ReflectorStore<ObjectView<T>> store) {
    return create(source, type, store, ReflectorOptions.defaults());
  }

  /**
   * A reflector that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   * @param type the type of the objects that the store is told of, without managed fields
   * @throws IllegalArgumentException if the source gives objects of another kind, or nothing but
   *     the metadata of objects that are wanted whole
   */
  public static <T extends HasMetadata> Reflector create(
      ListWatch source,
      ResourceType<T> type,
      ReflectorStore<ObjectView<T>> store,
      ReflectorOptions options) {
    source.refuseToGive(type);
    return new Reflector(
        source,
        new ViewStore<>(store, type),
        new ObjectParser(source.expected(), false),
        options.withMetrics(new ContainedMetrics(type, options.metrics())));
  }

  /**
   * Begins to list and watch. Does not wait.
   *
   * @throws IllegalStateException if it was started or closed before
   */
  public synchronized void start() {
    if (closed || thread != null) {
      throw new IllegalStateException(
          "the reflector of " + source.type() + " was started or closed before");
    }
    thread = InformerThread.start("reflector-" + source.type().plural(), this::run);
  }

  /** Whether the store was told of everything at least once. */
  public boolean hasSynced() {
    return !lastSyncResourceVersion().isEmpty();
  }

  /**
   * Waits until the store was told of everything at least once, or this is closed.
   *
   * @return whether it was, within that time
   */
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return position.awaitFetch(TimeUnit.NANOSECONDS.convert(timeout));
  }

  /**
   * The state of the whole that the store was told of: every change up to this resource version,
   * bookmarks included (I38). Empty until it was told of everything once.
   */
  public String lastSyncResourceVersion() {
    return position.version();
  }

  /** Why it has made no progress since the last success, if it has not. */
  public Optional<ApiException> lastError() {
    return outage.lastError();
  }

  /** Lets it come to its end, without waiting. */
  synchronized void stop() {
    closed = true;
    position.wakeWaiting();
    Thread running = thread;
    if (running != null && running != Thread.currentThread()) {
      running.interrupt();
    }
  }

  /**
   * Ends the watch, and waits until the store is told nothing more; does not wait in the thread of
   * a reflector or a handler. May be called twice.
   */
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
    String verb = tries.verb();
    Duration wait;
    try {
      tries.attempt();
      wait = pace.afterEnd();
    } catch (ApiException e) {
      wait = failed(verb, e);
    } catch (RuntimeException | Error e) { // of a plugin, say: nothing may end this thread
      String doing = "cannot " + verb + " " + source.type().plural() + ": ";
      wait = failed(verb, new ApiException(doing + e, e));
    }
    if (!closed && !wait.isZero()) {
      waits.sleep().sleep(wait);
    }
  }

  private Duration failed(String verb, ApiException error) {
    if (closed) {
      return Duration.ZERO;
    }
    options.metrics().failed(verb, Remedy.reason(error));
    tellHandler(error);
    if (position.canDoWithout(error)) {
      LOG.debug("{}: {}", source.type(), error.getMessage());
      position.expired();
      return pace.afterExpiry();
    }
    outage.failed(error).ifPresent(LOG::warn);
    return pace.afterFailure(error);
  }

  private void tellHandler(ApiException error) {
    try {
      options.onError().failed(error);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: the watch error handler failed", source.type(), e);
    }
  }
}
