package dev.jop.controllergen.rbac;

import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.yaml.YamlWriter;
import dev.jop.runtime.marker.Rbac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Makes roles of the {@code @Rbac} annotations of all types. */
public final class RoleGenerator {
  private final Sources sources;
  private final String roleName;

  /**
   * Creates a generator.
   *
   * @param roleName the name of the role for permissions that name none
   */
  public RoleGenerator(Sources sources, String roleName) {
    this.sources = sources;
    this.roleName = roleName;
  }

  /** Returns the documents of all roles; empty if no permission is asked for. */
  public Optional<String> generate(Collection<TypeElement> types) {
    SortedMap<RoleKey, List<Rule>> roles = new TreeMap<>();
    for (TypeElement type : types) {
      for (AnnotationUse use :
          AnnotationUse.repeated(type, Rbac.class, Rbac.List.class, sources.elements())) {
        Rule rule = rule(use);
        fault(use, rule).ifPresent(fault -> sources.problems().error(use, fault));
        roles.computeIfAbsent(key(use), key -> new ArrayList<>()).add(rule);
      }
    }
    return roles.isEmpty() ? Optional.empty() : Optional.of(write(roles));
  }

  /** Returns the document of a role that permits nothing. */
  public static String emptyRole(String roleName) {
    return YamlWriter.write(new RoleKey("", roleName).toTree(List.of()));
  }

  private static String write(SortedMap<RoleKey, List<Rule>> roles) {
    StringBuilder documents = new StringBuilder();
    roles.forEach(
        (key, rules) -> documents.append(YamlWriter.write(key.toTree(RuleMerger.merge(rules)))));
    return documents.toString();
  }

  private RoleKey key(AnnotationUse use) {
    String named = use.text("roleName");
    return new RoleKey(use.text("namespace"), named.isEmpty() ? roleName : named);
  }

  private static Rule rule(AnnotationUse use) {
    return Rule.of(
        use.texts("groups").stream().map(group -> group.equals("core") ? "" : group).toList(),
        use.texts("resources"),
        use.texts("resourceNames"),
        use.texts("urls"),
        Stream.concat(
                use.texts("verbs").stream()
                    .map(verb -> verb.equals("ANY") ? Rule.ANY : verb.toLowerCase(Locale.ROOT)),
                use.texts("otherVerbs").stream())
            .toList());
  }

  private static Optional<String> fault(AnnotationUse use, Rule rule) {
    if (rule.verbs().isEmpty()) {
      return Optional.of("needs at least one verb");
    }
    if (rule.resources().isEmpty() == rule.urls().isEmpty()) {
      return Optional.of("needs either resources or urls");
    }
    if (!rule.resources().isEmpty() && rule.groups().isEmpty()) {
      return Optional.of("needs groups; the group of pods and config maps is \"core\"");
    }
    if (rule.resources().isEmpty()
        && !(rule.groups().isEmpty() && rule.resourceNames().isEmpty())) {
      return Optional.of("urls have neither groups nor resourceNames");
    }
    if (!rule.urls().isEmpty() && !use.text("namespace").isEmpty()) {
      return Optional.of("urls belong to no namespace; leave it out");
    }
    return Optional.empty();
  }
}
