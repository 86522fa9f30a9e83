package dev.jop.runtime.cache;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.CodecException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports stored objects that a reader's type cannot hold: every state of each once, however often
 * it is listed. Safe for use by many threads.
 */
final class Misfits {

  private static final Logger LOG = LoggerFactory.getLogger(Cache.class);

  private final Map<Id, String> reported = new ConcurrentHashMap<>();

  /** Logs and counts, unless this state was reported before. */
  void report(KindInformer informer, StoredObject object, CodecException e) {
    String version = object.resourceVersion();
    if (!version.equals(reported.put(new Id(informer.kind().kind(), object.key()), version))) {
      informer.metrics().undecodable();
      LOG.error("{}: a list leaves {} out: {}", informer.kind(), object.key(), e.getMessage());
    }
  }

  private record Id(GroupVersionKind kind, ObjectKey key) {}
}
