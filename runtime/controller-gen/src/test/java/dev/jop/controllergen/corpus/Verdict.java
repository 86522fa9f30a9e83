package dev.jop.controllergen.corpus;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

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
      return new Verdict(true, "", parse(answer).get("spec"));
    } catch (KubernetesClientException refusal) {
      String message = refusal.getStatus() == null ? null : refusal.getStatus().getMessage();
      return new Verdict(false, message == null ? refusal.toString() : message, null);
    }
  }

  static Map<?, ?> parse(String json) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(json);
    return (Map<?, ?>) Objects.requireNonNull(tree);
  }

  Verdict withMessage(String other) {
    return new Verdict(accepted, other, spec);
  }
}
