package dev.jop.runtime.client;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.FieldPath;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an update sends: the object as the server has it, with what the program has changed. */
final class UpdateBody {

  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private static final int MOST_TOLD = 1000;

  private final Codec codec = Codec.shared();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * The JSON to send.
   *
   * @param object what the program has made of the object
   * @param live the object as the server has it
   * @param readFrom what the program's object was read from: the same, or what a cache keeps of it
   * @param doing what is being done, for the log
   * @throws dev.jop.runtime.scheme.CodecException if a part of the object cannot be written
   */
  <T extends HasMetadata> byte[] of(
      T object, ResourceType<T> type, byte[] live, byte[] readFrom, String doing) {
    byte[] changed = codec.encode(object);
    byte[] known = codec.encode(codec.decode(readFrom, type));
    return codec.withRoomFor(
        () -> {
          Difference difference = new Difference(codec.tree(live), tree -> known(tree, type));
          ObjectNode result = (ObjectNode) difference.merge(codec.tree(known), codec.tree(changed));
          difference.unsure().forEach(path -> tell(type, path, doing));
          result.put("apiVersion", type.kind().apiVersion()); // which caches and lists leave out
          result.put("kind", type.kind().kind());
          return codec.encode(result);
        },
        live,
        known,
        changed);
  }

  private JsonNode known(JsonNode tree, ResourceType<?> type) {
    return codec.toTree(codec.decode(codec.encode(tree), type));
  }

  /** Once for each list of a kind. */
  private void tell(ResourceType<?> type, FieldPath path, String doing) {
    if (told.size() < MOST_TOLD && told.add(type.kind() + " " + path)) {
      LOG.warn(
          "{}: elements of {} were changed that cannot be told apart; fields of theirs that {} does"
              + " not know are lost. A unique name, id or uid in each element would keep them.",
          doing,
          path,
          type.type().getSimpleName());
    }
  }
}
