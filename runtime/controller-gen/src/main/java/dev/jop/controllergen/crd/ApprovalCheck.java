package dev.jop.controllergen.crd;

import dev.jop.controllergen.source.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Refuses kinds in a group of the Kubernetes community that do not say who approved them. */
final class ApprovalCheck {
  private static final String ANNOTATION = "api-approved.kubernetes.io";
  private static final List<String> COMMUNITY = List.of("k8s.io", "kubernetes.io");

  private ApprovalCheck() {}

  /** Checks what the versions of one kind say together. */
  static void check(List<Kind> versions, Problems problems) {
    Kind first = versions.get(0);
    String group = first.names().group();
    if (COMMUNITY.stream().noneMatch(owned -> ("." + group).endsWith("." + owned))) {
      return;
    }
    Optional<String> said =
        versions.stream()
            .map(kind -> kind.metadata().annotations().get(ANNOTATION))
            .filter(Objects::nonNull)
            .findFirst();
    if (said.filter(ApprovalCheck::isAnswer).isEmpty()) {
      problems.error(
          first.element(),
          "the group "
              + group
              + " is the Kubernetes community's, so the API server wants @Metadata(annotations = \""
              + ANNOTATION
              + "=…\") with the URL of the approval, or with a reason that begins with unapproved"
              + said.map(value -> ", not with \"" + value + "\"").orElse(""));
    }
  }

  private static boolean isAnswer(String value) {
    if (value.startsWith("unapproved")) {
      return true;
    }
    try {
      URI uri = new URI(value);
      return uri.getScheme() != null && uri.getHost() != null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
