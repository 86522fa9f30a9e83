package dev.jop.controllergen.webhook;

import dev.jop.controllergen.source.AnnotationUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what the API server would refuse in how a webhook is asked. */
final class WebhookCheck {
  private static final Pattern VERSION = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Set<String> UNDERSTOOD = Set.of("v1", "v1beta1");
  private static final int LONGEST_SECONDS = 30;

  private WebhookCheck() {}

  static List<String> faults(AnnotationUse use) {
    List<String> faults = new ArrayList<>();
    List<String> operations = use.texts("operations");
    if (operations.isEmpty()) {
      faults.add("needs at least one operation");
    }
    if (operations.size() > 1 && operations.contains("ANY")) {
      faults.add("ANY among operations means all and stands alone");
    }
    int seconds = use.number("timeoutSeconds").intValue();
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      faults.add("timeoutSeconds must be from 1 to 30, not " + seconds);
    }
    reviewVersions(use.texts("admissionReviewVersions"), faults);
    return faults;
  }

  private static void reviewVersions(List<String> versions, List<String> faults) {
    if (versions.stream().noneMatch(UNDERSTOOD::contains)) {
      faults.add("admissionReviewVersions needs v1 or v1beta1, which API servers send");
    }
    if (new HashSet<>(versions).size() < versions.size()) {
      faults.add("admissionReviewVersions has a version twice");
    }
    versions.stream()
        .filter(version -> !VERSION.matcher(version).matches())
        .forEach(version -> faults.add("\"" + version + "\" is not a version"));
  }
}
