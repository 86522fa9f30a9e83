package dev.jop.controllergen.crd;

import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.crd.ConversionWebhook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * The webhook that converts between the versions of a kind.
 *
 * @param client where it is, as the API says it
 * @param reviewVersions the versions of reviews that it understands
 */
record Conversion(Map<String, Object> client, List<String> reviewVersions) {
  private static final int USUAL_PORT = 443;

  static Optional<Conversion> read(TypeElement kind, Sources sources) {
    Optional<AnnotationUse> use =
        AnnotationUse.find(kind, ConversionWebhook.class, sources.elements());
    use.flatMap(Conversion::fault).ifPresent(fault -> sources.problems().error(use.get(), fault));
    return use.map(found -> new Conversion(client(found), found.texts("reviewVersions")));
  }

  private static Optional<String> fault(AnnotationUse use) {
    if (use.texts("reviewVersions").isEmpty()) {
      return Optional.of("needs at least one review version");
    }
    String url = use.text("url");
    if (!url.isEmpty() && !url.startsWith("https://")) {
      return Optional.of("the URL \"" + url + "\" must begin with https://");
    }
    int port = use.number("servicePort").intValue();
    if (port < 1 || port > 65535) {
      return Optional.of("the port " + port + " must be from 1 to 65535");
    }
    if (!use.text("path").startsWith("/")) {
      return Optional.of("the path \"" + use.text("path") + "\" must begin with /");
    }
    return Optional.empty();
  }

  private static Map<String, Object> client(AnnotationUse use) {
    if (!use.text("url").isEmpty()) {
      return Map.of("url", use.text("url"));
    }
    Map<String, Object> service = new TreeMap<>();
    service.put("name", use.text("serviceName"));
    service.put("namespace", use.text("serviceNamespace"));
    service.put("path", use.text("path"));
    if (use.number("servicePort").intValue() != USUAL_PORT) {
      service.put("port", use.number("servicePort").intValue());
    }
    return Map.of("service", service);
  }

  Map<String, Object> toTree() {
    return Map.of(
        "strategy",
        "Webhook",
        "webhook",
        Map.of("clientConfig", client, "conversionReviewVersions", reviewVersions));
  }
}
