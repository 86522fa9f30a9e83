package dev.jop.controllergen.corpus;

import dev.jop.controllergen.YamlTree;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API server says of an object.
 *
 * @param accepted whether it took the object
 * @param message why it did not
 * @param spec what it made of the spec
 */
record Verdict(boolean accepted, String message, @Nullable Object spec) {

  static Verdict of(KubernetesClient client, String method, String path, Map<String, ?> object) {
    try {
      String answer = client.raw(path, method, object);
      return new Verdict(true, "", ((Map<?, ?>) YamlTree.parse(answer)).get("spec"));
    } catch (KubernetesClientException refusal) {
      String message = refusal.getStatus() == null ? null : refusal.getStatus().getMessage();
      return new Verdict(false, message == null ? refusal.toString() : message, null);
    }
  }

  Verdict withMessage(String other) {
    return new Verdict(accepted, other, spec);
  }
}
