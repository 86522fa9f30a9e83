package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the API server which of the rights that a watch needs this program lacks. */
final class MissingRights {

  private static final String KIND = "SelfSubjectAccessReview";
  private static final ApiPath REVIEWS =
      ApiPath.of("apis", "authorization.k8s.io", "v1", "selfsubjectaccessreviews");

  private MissingRights() {}

  /**
   * What is missing, as a part of a sentence.
   *
   * @param namespace where, empty for all namespaces
   * @return empty if nothing is missing, or the server does not say
   */
  static String of(RestClient rest, ResourceType<?> type, String namespace) {
    List<String> missing = new ArrayList<>();
    try {
      for (String verb : List.of("list", "watch")) {
        if (!isAllowed(rest, type, namespace, verb)) {
          missing.add(verb);
        }
      }
    } catch (ApiException | CodecException e) {
      return "";
    }
    return missing.isEmpty()
        ? ""
        : "this program has no right to "
            + String.join(" and ", missing)
            + " "
            + type.plural()
            + (type.kind().group().isEmpty() ? "" : "." + type.kind().group())
            + (namespace.isEmpty() ? "" : " in namespace " + namespace);
  }

  private static boolean isAllowed(
      RestClient rest, ResourceType<?> type, String namespace, String verb) {
    ObjectNode asked = Codec.shared().object();
    asked.put("apiVersion", "authorization.k8s.io/v1").put("kind", KIND);
    ObjectNode attributes = asked.putObject("spec").putObject("resourceAttributes");
    attributes.put("group", type.kind().group()).put("resource", type.plural());
    attributes.put("verb", verb).put("namespace", namespace);
    byte[] answer =
        rest.send(
            "POST",
            REVIEWS,
            "application/json",
            Codec.shared().encode(asked),
            "ask for the rights on " + type.plural());
    JsonNode review = Codec.shared().tree(answer);
    return !review.path("kind").asString("").equals(KIND)
        || review.path("status").path("allowed").asBoolean(true);
  }
}
