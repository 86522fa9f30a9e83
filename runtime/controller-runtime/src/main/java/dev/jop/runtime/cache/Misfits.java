package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports stored objects of a kind that a reader's type cannot hold: every state of each once,
 * however often it is listed. What is gone is forgotten. Safe for use by many threads.
 */
final class Misfits {

  private static final Logger LOG = LoggerFactory.getLogger(Cache.class);
  private static final int FEW = 64;

  private final ResourceType<?> kind;
  private final ObjectStore store;
  private final InformerMetrics metrics;
  private final Map<ObjectKey, String> reported = new HashMap<>();
  private int forgetAbove = FEW;

  /**
   * None yet.
   *
   * @param store where the objects are, until they are gone
   */
  Misfits(ResourceType<?> kind, ObjectStore store, InformerMetrics metrics) {
    this.kind = kind;
    this.store = store;
    this.metrics = metrics;
  }

  /** Logs and counts, unless this state was reported before. */
  void report(StoredObject object, CodecException e) {
    if (isNew(object)) {
      metrics.undecodable();
      LOG.error("{}: a list leaves {} out: {}", kind, object.key(), e.getMessage());
    }
  }

  /** How many are remembered: never more than twice as many as there are, or a few. */
  synchronized int size() {
    return reported.size();
  }

  private synchronized boolean isNew(StoredObject object) {
    String version = object.resourceVersion();
    boolean isNew = !version.equals(reported.put(object.key(), version));
    if (reported.size() > forgetAbove) {
      reported.keySet().removeIf(key -> store.get(key) == null);
      forgetAbove = Math.max(FEW, 2 * reported.size());
    }
    return isNew;
  }
}
