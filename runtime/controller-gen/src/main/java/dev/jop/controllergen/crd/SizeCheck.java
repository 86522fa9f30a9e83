package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.JsonText;
import dev.jop.controllergen.source.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.lang.model.element.Element;

/** Tells of a definition that is too big for those who have to carry it. */
final class SizeCheck {
  /** What etcd takes in one request when nobody says otherwise. */
  private static final int ETCD = 1536 * 1024;

  /** What all annotations of an object may hold; {@code kubectl apply} puts the object into one. */
  private static final int ANNOTATIONS = 256 * 1024;

  private static final String SHORTEN =
      "shorten the descriptions with -Ajop.maxDescLen=… in the pom or --max-desc-len of jop make"
          + " manifests";

  private SizeCheck() {}

  /** No API server holds what is an error; what is a warning has to be applied otherwise. */
  static void check(Map<String, Object> definition, Element kind, Problems problems) {
    int size = JsonText.write(definition).getBytes(StandardCharsets.UTF_8).length;
    String said = "the definition has " + size + " bytes, but ";
    if (size > ETCD) {
      problems.error(kind, said + "etcd takes " + ETCD + "; " + SHORTEN);
    } else if (size > ANNOTATIONS) {
      problems.warning(
          kind,
          said
              + "kubectl apply takes "
              + ANNOTATIONS
              + "; use kubectl apply --server-side, or "
              + SHORTEN);
    }
  }
}
