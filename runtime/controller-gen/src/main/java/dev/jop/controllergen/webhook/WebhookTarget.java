package dev.jop.controllergen.webhook;

import dev.jop.controllergen.discovery.ApiResource;
import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.discovery.DeclaredKind;
import dev.jop.controllergen.discovery.ResourceNames;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * Which objects a webhook is asked about, and under which name and path.
 *
 * @param name the name of the webhook
 * @param groups the API groups; the empty string is the core group
 * @param versions the versions of these groups
 * @param resources the resources by their plural names
 * @param path where it is called; empty for a webhook with a URL
 */
record WebhookTarget(
    String name, List<String> groups, List<String> versions, List<String> resources, String path) {
  private static final String ANY = "*";
  private static final String DOMAIN = ".kb.io";

  /**
   * Reads what the annotation says, and takes the rest from the kind that it names.
   *
   * @throws IncompleteException if something is said neither way
   */
  static WebhookTarget read(
      AnnotationUse use, WebhookType type, Sources sources, ApiResources known)
      throws IncompleteException {
    Optional<DeclaredKind> kind = kind(use, sources);
    boolean hasUrl = !use.text("url").isEmpty();
    return new WebhookTarget(
        text(use, "name", kind.map(k -> type.letter() + word(k) + "-" + k.version() + DOMAIN)),
        texts(use, "groups", kind.map(DeclaredKind::group)).stream()
            .map(group -> group.equals("core") ? "" : group)
            .toList(),
        texts(use, "versions", kind.map(DeclaredKind::version)),
        texts(use, "resources", kind.map(k -> plural(k, known))),
        hasUrl ? "" : text(use, "path", kind.map(k -> path(type, k))));
  }

  /** Returns the rule of the configuration. */
  Map<String, Object> toTree(AnnotationUse use) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("apiGroups", groups);
    tree.put("apiVersions", versions);
    tree.put("resources", resources);
    tree.put(
        "operations",
        use.texts("operations").stream().map(o -> o.equals("ANY") ? ANY : o).toList());
    if (use.isGiven("scope")) {
      String scope = use.text("scope");
      tree.put("scope", scope.equals("ANY") ? ANY : WebhookReader.word(scope));
    }
    return tree;
  }

  List<String> faults(ApiResources known) {
    List<String> faults = new ArrayList<>(new ResourceNames(known, groups, resources).faults());
    if (!DomainName.isValid(name) || name.split("\\.", -1).length < 3) {
      faults.add("the name \"" + name + "\" must be a domain with three parts or more");
    }
    anyAlone("groups", groups).ifPresent(faults::add);
    anyAlone("versions", versions).ifPresent(faults::add);
    if (versions.stream().anyMatch(String::isEmpty)) {
      faults.add("a version is empty");
    }
    if (resources.size() > 1 && resources.contains("*/*")) {
      faults.add("*/* means all resources and stands alone");
    }
    for (String resource : resources) {
      wider(resource).ifPresent(other -> faults.add(resource + " is among " + other + " already"));
    }
    return faults;
  }

  private Optional<String> wider(String resource) {
    int slash = resource.indexOf('/');
    List<String> candidates =
        slash < 0
            ? List.of(ANY)
            : List.of(resource.substring(0, slash) + "/*", ANY + resource.substring(slash));
    return candidates.stream()
        .filter(other -> !other.equals(resource) && resources.contains(other))
        .findFirst();
  }

  List<String> doubts(ApiResources known) {
    return new ResourceNames(known, groups, resources).doubts();
  }

  private static Optional<String> anyAlone(String what, List<String> values) {
    return values.size() > 1 && values.contains(ANY)
        ? Optional.of("* among " + what + " means all and stands alone")
        : Optional.empty();
  }

  private static Optional<DeclaredKind> kind(AnnotationUse use, Sources sources)
      throws IncompleteException {
    Optional<TypeElement> type = use.type("forKind");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<DeclaredKind> kind = DeclaredKind.of(type.get(), sources);
    if (kind.isEmpty()) {
      throw new IncompleteException(
          type.get().getSimpleName() + " is not a kind; that has @Group and @Version");
    }
    return kind;
  }

  private static String plural(DeclaredKind kind, ApiResources known) {
    return known.ofKind(kind.group(), kind.kind()).map(ApiResource::name).orElseGet(kind::plural);
  }

  private static String path(WebhookType type, DeclaredKind kind) {
    return "/"
        + String.join("-", type.path(), kind.group().replace('.', '-'), kind.version(), word(kind));
  }

  private static String word(DeclaredKind kind) {
    return kind.kind().toLowerCase(Locale.ROOT);
  }

  private static String text(AnnotationUse use, String name, Optional<String> otherwise)
      throws IncompleteException {
    String said = use.text(name);
    return said.isEmpty() ? otherwise.orElseThrow(() -> missing(name)) : said;
  }

  private static List<String> texts(AnnotationUse use, String name, Optional<String> otherwise)
      throws IncompleteException {
    List<String> said = use.texts(name);
    return said.isEmpty() ? List.of(otherwise.orElseThrow(() -> missing(name))) : said;
  }

  private static IncompleteException missing(String name) {
    return new IncompleteException("needs " + name + ", or forKind from which it follows");
  }
}
