package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.internal.json.ObjectHead;
import dev.jop.runtime.scheme.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports objects that cannot be read, each by itself: the others go on, and so does this one when
 * it changes to what can be read.
 */
final class Unreadable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  private final ResourceType<?> type;
  private final InformerMetrics metrics;

  Unreadable(ResourceType<?> type, InformerMetrics metrics) {
    this.type = type;
    this.metrics = metrics;
  }

  /**
   * Logs and counts.
   *
   * @param json bytes of which a part is the object
   * @param why what is wrong with it
   */
  void report(byte[] json, int start, int end, String why) {
    metrics.undecodable();
    LOG.error("{}: passed over {}, which cannot be read: {}", type, key(json, start, end), why);
  }

  /** The key as far as it can be told from an object or from an event with one. */
  private static String key(byte[] json, int start, int end) {
    try {
      JsonScanner scanner = new JsonScanner(json, start, end);
      boolean isEvent = StoredObject.enter(scanner, "object");
      return ObjectHead.read(json, isEvent ? scanner.position() : start, end).key();
    } catch (IllegalArgumentException broken) {
      return "an object"; // whose key cannot be told
    }
  }
}
