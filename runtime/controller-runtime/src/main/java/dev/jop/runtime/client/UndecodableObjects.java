package dev.jop.runtime.client;

import dev.jop.runtime.internal.json.ObjectHead;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports objects that a list leaves out because their type cannot hold them: each state of each
 * once, however often it is listed, as long as there are not too many. Safe for use by many
 * threads.
 */
final class UndecodableObjects {

  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private final Map<String, String> reported = new LinkedHashMap<>();
  private final int most;

  /**
   * None yet.
   *
   * @param most how many are remembered, the latest
   */
  UndecodableObjects(int most) {
    this.most = most;
  }

  /**
   * Logs, unless this state was reported before.
   *
   * @return whether it was logged
   */
  boolean report(ResourceType<?> type, ObjectHead object, CodecException why) {
    boolean isNew = isNew(type + " " + object.key(), object.resourceVersion());
    if (isNew) {
      LOG.error("{}: a list leaves {} out: {}", type, object.key(), why.getMessage());
    }
    return isNew;
  }

  private synchronized boolean isNew(String key, String version) {
    boolean isNew = !version.equals(reported.put(key, version));
    if (reported.size() > most) {
      reported.remove(reported.keySet().iterator().next());
    }
    return isNew;
  }
}
