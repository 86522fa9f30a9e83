package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from a cache's informers, and waits for them where they have not synced. */
final class CacheReader implements Reader {

  private static final Logger LOG = LoggerFactory.getLogger(CacheReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InformerCache cache;
  private final RestClient rest;
  private final SharedObjects sharedObjects;
  private final boolean shares;

  /**
   * A reader.
   *
   * @param sharedObjects what was decoded to be shared
   * @param shares whether to share also where the cache's options do not say so
   */
  CacheReader(InformerCache cache, RestClient rest, SharedObjects sharedObjects, boolean shares) {
    this.cache = cache;
    this.rest = rest;
    this.sharedObjects = sharedObjects;
    this.shares = shares;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey objectKey) {
    ObjectKey key = type.normalized(objectKey);
    KindInformer informer = synced(type, key.namespace());
    StoredObject stored = informer.store().get(key);
    return stored == null ? Optional.empty() : Optional.of(object(informer, stored, type));
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    Query query = Query.of(options, type.namespaced());
    KindInformer informer = synced(type, query.namespace());
    List<T> objects = new ArrayList<>();
    for (StoredObject stored : query.on(informer.store())) {
      try {
        objects.add(object(informer, stored, type));
      } catch (CodecException e) { // of this object alone, and until it changes
        informer.misfits().report(stored, e);
      }
    }
    return objects;
  }

  @Override
  public Reader shared() {
    return cache.shared();
  }

  private <T extends HasMetadata> T object(
      KindInformer informer, StoredObject stored, ResourceType<T> type) {
    return shares || informer.feeds().shareReads(stored.key().namespace())
        ? sharedObjects.get(stored, type)
        : Codec.shared().decode(stored.json(), type);
  }

  private KindInformer synced(ResourceType<?> type, String namespace) {
    KindInformer informer = cache.toRead(type);
    while (!informer.feeds().haveSynced(namespace) && !await(informer, type, namespace)) {
      informer = cache.toRead(type);
    }
    return informer;
  }

  /** Waits until an informer has synced; false if it has ended for want of use before. */
  private boolean await(KindInformer informer, ResourceType<?> type, String namespace) {
    Duration timeout = cache.options().syncTimeout();
    Duration patience = timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
    try {
      if (informer.waitForSync(namespace, patience)) {
        return true;
      }
      if (!informer.isClosed() && patience.compareTo(timeout) < 0) {
        LOG.warn(
            "a read of {} has waited for {}{}",
            type.plural(),
            patience,
            reason(informer, type, namespace));
        if (informer.waitForSync(namespace, timeout.minus(patience))) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("interrupted while waiting for " + type.plural(), e); // K5
    }
    if (!informer.use()) {
      return false;
    }
    if (informer.isClosed()) {
      throw new IllegalStateException(
          "the informer of " + type.plural() + " was closed while a read waited for it");
    }
    throw new ApiException(
        "no "
            + type.plural()
            + " could be read within "
            + timeout
            + reason(informer, type, namespace),
        0,
        "");
  }

  private String reason(KindInformer informer, ResourceType<?> type, String namespace) {
    String where =
        Optional.ofNullable(informer.feeds().pending(namespace))
            .map(feed -> feed.spec().source().namespace())
            .orElse("");
    String missing = MissingRights.of(rest, type, where);
    String error = informer.feeds().lastError().map(ApiException::getMessage).orElse("");
    return (missing.isEmpty() ? "" : ": " + missing) + (error.isEmpty() ? "" : ": " + error);
  }
}
