package dev.jop.controllergen.webhook;

import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.yaml.YamlWriter;
import dev.jop.markers.webhook.MutatingWebhook;
import dev.jop.markers.webhook.ValidatingWebhook;
import dev.jop.markers.webhook.WebhookConfiguration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** Makes one configuration of all mutating webhooks and one of all validating webhooks. */
public final class WebhookGenerator {
  private final Sources sources;
  private final WebhookReader reader;

  /**
   * Creates a generator.
   *
   * @param resources what there is that webhooks can be asked about
   */
  public WebhookGenerator(Sources sources, ApiResources resources) {
    this.sources = sources;
    this.reader = new WebhookReader(sources, resources);
  }

  /** Returns the documents of both configurations; empty if there are no webhooks. */
  public Optional<String> generate(Collection<TypeElement> types) {
    ConfigurationNames names = ConfigurationNames.of(types, sources);
    StringBuilder documents = new StringBuilder();
    for (WebhookType type : WebhookType.values()) {
      SortedMap<String, Webhook> webhooks = read(types, type);
      if (!webhooks.isEmpty()) {
        documents.append(
            YamlWriter.write(
                type.toTree(
                    names.of(type), webhooks.values().stream().map(Webhook::toTree).toList())));
      }
    }
    return documents.isEmpty() ? Optional.empty() : Optional.of(documents.toString());
  }

  /** Returns the documents of configurations by which no webhook is asked. */
  public static String none() {
    StringBuilder documents = new StringBuilder();
    for (WebhookType type : WebhookType.values()) {
      documents.append(
          YamlWriter.write(type.toTree(ConfigurationNames.defaults().of(type), List.of())));
    }
    return documents.toString();
  }

  private SortedMap<String, Webhook> read(Collection<TypeElement> types, WebhookType kind) {
    SortedMap<String, Webhook> byName = new TreeMap<>();
    for (TypeElement type : types) {
      List<AnnotationUse> uses =
          switch (kind) {
            case MUTATING ->
                AnnotationUse.repeated(
                    type, MutatingWebhook.class, MutatingWebhook.List.class, sources.elements());
            case VALIDATING ->
                AnnotationUse.repeated(
                    type,
                    ValidatingWebhook.class,
                    ValidatingWebhook.List.class,
                    sources.elements());
          };
      for (AnnotationUse use : uses) {
        reader.read(use, kind).ifPresent(webhook -> add(byName, webhook, use));
      }
    }
    return byName;
  }

  private void add(Map<String, Webhook> byName, Webhook webhook, AnnotationUse use) {
    if (byName.putIfAbsent(webhook.name(), webhook) != null) {
      sources
          .problems()
          .error(
              use, "there are two webhooks with the name " + webhook.name() + "; set another name");
    }
  }

  /**
   * What the configurations are called.
   *
   * @param mutating the name of the one for mutating webhooks
   * @param validating the name of the one for validating webhooks
   */
  private record ConfigurationNames(String mutating, String validating) {

    static ConfigurationNames defaults() {
      return new ConfigurationNames(
          "mutating-webhook-configuration", "validating-webhook-configuration");
    }

    static ConfigurationNames of(Collection<TypeElement> types, Sources sources) {
      ConfigurationNames names = defaults();
      boolean found = false;
      for (TypeElement type : types) {
        Optional<AnnotationUse> use =
            AnnotationUse.find(type, WebhookConfiguration.class, sources.elements());
        if (use.isPresent()) {
          names = new ConfigurationNames(use.get().text("mutating"), use.get().text("validating"));
          check(names.mutating(), use.get(), sources);
          check(names.validating(), use.get(), sources);
          if (found) {
            sources.problems().error(use.get(), "stands on another type already");
          }
          found = true;
        }
      }
      return names;
    }

    private static void check(String name, AnnotationUse use, Sources sources) {
      if (!DomainName.isValid(name)) {
        sources
            .problems()
            .error(use, "\"" + name + "\" must be small letters, digits, dashes and dots");
      }
    }

    String of(WebhookType type) {
      return type == WebhookType.MUTATING ? mutating : validating;
    }
  }
}
