package dev.jop.controllergen.webhook;

import dev.jop.controllergen.source.AnnotationUse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a webhook is called.
 *
 * @param use its annotation
 * @param path the path at the service; empty if there is a URL
 */
record ClientConfig(AnnotationUse use, String path) {
  private static final List<String> OF_SERVICES =
      List.of("path", "serviceName", "serviceNamespace", "servicePort");
  private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final int LAST_PORT = 65_535;

  Map<String, Object> toTree(List<String> faults) {
    String url = use.text("url");
    if (use.isGiven("url")) {
      urlFault(url).ifPresent(faults::add);
      OF_SERVICES.stream()
          .filter(use::isGiven)
          .forEach(name -> faults.add("has a url and so no " + name));
      return Map.of("url", url);
    }
    pathFault().ifPresent(faults::add);
    Map<String, Object> service = new TreeMap<>();
    service.put("name", label("serviceName", faults));
    service.put("namespace", label("serviceNamespace", faults));
    service.put("path", path);
    if (use.isGiven("servicePort")) {
      int port = use.number("servicePort").intValue();
      if (port < 1 || port > LAST_PORT) {
        faults.add("the servicePort " + port + " must be from 1 to " + LAST_PORT);
      }
      service.put("port", port);
    }
    return Map.of("service", service);
  }

  private String label(String name, List<String> faults) {
    String value = use.text(name);
    if (!LABEL.matcher(value).matches()) {
      faults.add("the " + name + " \"" + value + "\" must be small letters, digits and dashes");
    }
    return value;
  }

  /** By the rules of the API server: each step is a domain name. */
  private Optional<String> pathFault() {
    String steps = path.replaceFirst("^/", "").replaceFirst("/$", "");
    boolean valid = path.startsWith("/") && (path.equals("/") || valid(steps));
    return valid
        ? Optional.empty()
        : Optional.of(
            "the path \""
                + path
                + "\" must begin with a slash and have small letters, digits, dashes and dots");
  }

  private static boolean valid(String steps) {
    return Arrays.stream(steps.split("/", -1)).allMatch(DomainName::isValid);
  }

  private static Optional<String> urlFault(String url) {
    try {
      URI uri = new URI(url);
      boolean valid =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      return valid
          ? Optional.empty()
          : Optional.of("the url must be https://host/path, with no user, query or fragment");
    } catch (URISyntaxException e) {
      return Optional.of("the url is none: " + e.getMessage());
    }
  }
}
