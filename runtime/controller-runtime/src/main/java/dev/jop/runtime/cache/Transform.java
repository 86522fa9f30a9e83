package dev.jop.runtime.cache;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes objects before a cache stores them, usually to keep less of each.
 *
 * <p>It acts on the JSON of every object of every list and watch, once each, in the watch's thread
 * (I25): it must be quick, and give for a state of an object the same whenever it is called. Key,
 * uid and resource version must stay. An object that it throws for is not stored, which is logged.
 *
 * <p>Reads show what is left. Updates of what was read leave alone on the API server what the
 * transform took away.
 */
@FunctionalInterface
public interface Transform {

  /**
   * Gives what shall be stored.
   *
   * @param object may be changed and returned
   */
  ObjectNode apply(ObjectNode object);

  /** Leaves objects as they are. */
  static Transform none() {
    return Fields.NONE;
  }

  /**
   * Takes fields away.
   *
   * @param paths the fields, such as {@code status} or {@code metadata.annotations}; a field that
   *     an object does not have is no error. Paths lead through objects, not through lists
   */
  static Transform dropping(String... paths) {
    return new Fields(Arrays.stream(paths).map(path -> List.of(path.split("\\.", -1))).toList());
  }

  /** First this one, then the other. */
  default Transform andThen(Transform other) {
    return object -> other.apply(apply(object));
  }

  /**
   * Drops fields.
   *
   * @param paths which, step by step
   */
  record Fields(List<List<String>> paths) implements Transform {

    private static final Fields NONE = new Fields(List.of());

    @Override
    public ObjectNode apply(ObjectNode object) {
      for (List<String> path : paths) {
        ObjectNode parent = object;
        for (String step : path.subList(0, path.size() - 1)) {
          parent = parent != null && parent.get(step) instanceof ObjectNode child ? child : null;
        }
        if (parent != null) {
          parent.remove(path.get(path.size() - 1));
        }
      }
      return object;
    }
  }
}
