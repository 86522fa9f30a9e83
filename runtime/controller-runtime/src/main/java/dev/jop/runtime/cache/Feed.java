package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.Codec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reflector that brings objects into a store, and the transform on their way. The store takes
 * what it brings until it {@link #retire}s.
 */
final class Feed implements ReflectorStore<StoredObject>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  private final FeedSpec spec;
  private final FedStore store;
  private final Reflector reflector;
  private final ObjectParser parser;
  private final CountDownLatch syncedOrRetired = new CountDownLatch(1);
  private volatile String resourceVersion = "";
  private volatile boolean synced;
  private volatile boolean retired;

  Feed(FeedSpec spec, FedStore store, ReflectorOptions options) {
    this.spec = spec;
    this.store = store;
    this.parser = new ObjectParser(spec.source().expected(), spec.config().managedFields());
    this.reflector = new Reflector(spec.source(), this, parser, options);
  }

  FeedSpec spec() {
    return spec;
  }

  void start() {
    reflector.start();
  }

  /** Whether everything was brought in once. */
  boolean hasSynced() {
    return synced;
  }

  /** Notes, for those who wait, that everything is in. */
  void markSynced() {
    synced = true;
    syncedOrRetired.countDown();
  }

  /** Waits until everything was brought in once, or nothing more will be. */
  void await(long nanos) throws InterruptedException {
    boolean unused = syncedOrRetired.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Takes nothing more, from now on. */
  void retire() {
    retired = true;
    syncedOrRetired.countDown();
  }

  boolean isRetired() {
    return retired;
  }

  /** The version of the whole up to which every change was taken; empty at first (I38). */
  String resourceVersion() {
    return resourceVersion;
  }

  Optional<ApiException> lastError() {
    return reflector.lastError();
  }

  @Override
  public void replace(Collection<StoredObject> objects, String version) {
    if (spec.config().keepsAll()) {
      store.replace(this, objects);
    } else {
      List<StoredObject> kept = new ArrayList<>(objects.size());
      for (StoredObject object : objects) {
        StoredObject transformed = transformed(object);
        if (transformed != null) {
          kept.add(transformed);
        }
      }
      store.replace(this, kept);
    }
    resourceVersion = version;
  }

  @Override
  public void put(StoredObject object) {
    StoredObject transformed = transformed(object);
    if (transformed != null) {
      store.put(this, transformed);
    }
    resourceVersion = object.resourceVersion();
  }

  @Override
  public void delete(StoredObject object) {
    StoredObject transformed = transformed(object);
    store.delete(this, transformed == null ? object : transformed);
    resourceVersion = object.resourceVersion();
  }

  @Override
  public void bookmark(String version) {
    resourceVersion = version;
  }

  /** What is to be stored; what is stored already if the transform fails on the new state. */
  private @Nullable StoredObject transformed(StoredObject object) {
    if (spec.config().keepsAll()) {
      return object;
    }
    try {
      return parser.parse(Codec.shared().encode(spec.config().transform().apply(tree(object))));
    } catch (RuntimeException | Error e) {
      LOG.error(
          "{}: the transform fails on {}; it is left as it was before",
          spec.source().type(),
          object,
          e);
      StoredObject before = store.objects().get(object.key());
      return before != null && before.uid().equals(object.uid()) ? before : null;
    }
  }

  /** The object as a transform gets it, which may look at the kind. */
  private ObjectNode tree(StoredObject object) {
    GroupVersionKind kind = spec.source().type().kind();
    ObjectNode tree = Codec.shared().object();
    tree.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    return tree.setAll((ObjectNode) Codec.shared().tree(object.json()));
  }

  /** Retires, and lets the reflector come to its end without waiting. */
  void stop() {
    retire();
    reflector.stop();
  }

  /** Stops, and waits until nothing more comes. */
  @Override
  public void close() {
    retire();
    reflector.close();
  }
}
