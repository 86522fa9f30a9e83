package dev.jop.controllergen.webhook;

import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a webhook of its annotation, and reports what is wrong with that. */
final class WebhookReader {
  private final Sources sources;
  private final ApiResources resources;

  WebhookReader(Sources sources, ApiResources resources) {
    this.sources = sources;
    this.resources = resources;
  }

  /** Returns the webhook; empty if it lacks so much that nothing else is worth reporting. */
  Optional<Webhook> read(AnnotationUse use, WebhookType type) {
    Optional<WebhookTarget> target = target(use, type);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<String> faults = new ArrayList<>(target.get().faults(resources));
    faults.addAll(WebhookCheck.faults(use));
    Map<String, Object> fields = new TreeMap<>();
    fields.put("clientConfig", new ClientConfig(use, target.get().path()).toTree(faults));
    fields.put("rules", List.of(target.get().toTree(use)));
    fields.put("failurePolicy", word(use.text("failurePolicy")));
    fields.put("sideEffects", word(use.text("sideEffects")));
    fields.put("admissionReviewVersions", use.texts("admissionReviewVersions"));
    if (use.isGiven("matchPolicy")) {
      fields.put("matchPolicy", word(use.text("matchPolicy")));
    }
    if (type == WebhookType.MUTATING && use.isGiven("reinvocationPolicy")) {
      fields.put("reinvocationPolicy", word(use.text("reinvocationPolicy")));
    }
    if (use.isGiven("timeoutSeconds")) {
      fields.put("timeoutSeconds", use.number("timeoutSeconds"));
    }
    for (String name : List.of("namespaceSelector", "objectSelector")) {
      selector(use, name, faults).ifPresent(tree -> fields.put(name, tree));
    }
    List<Map<String, Object>> conditions =
        MatchConditions.read(use.inner("matchConditions", sources.elements()), faults);
    if (!conditions.isEmpty()) {
      fields.put("matchConditions", conditions);
    }
    faults.forEach(fault -> sources.problems().error(use, fault));
    target.get().doubts(resources).forEach(doubt -> sources.problems().warning(use, doubt));
    return Optional.of(new Webhook(target.get().name(), fields));
  }

  private Optional<WebhookTarget> target(AnnotationUse use, WebhookType type) {
    try {
      return Optional.of(WebhookTarget.read(use, type, sources, resources));
    } catch (IncompleteException incomplete) {
      sources.problems().error(use, String.valueOf(incomplete.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> selector(
      AnnotationUse use, String name, List<String> faults) {
    if (!use.isGiven(name)) {
      return Optional.empty();
    }
    SelectorParser parser = new SelectorParser(use.text(name));
    parser.fault().ifPresent(fault -> faults.add(name + ": " + fault));
    return Optional.of(parser.toTree());
  }

  /** The constant {@code NONE_ON_DRY_RUN} is {@code NoneOnDryRun} in the API. */
  static String word(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
