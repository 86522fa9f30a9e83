package dev.jop.controllergen.rbac;

import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.yaml.YamlWriter;
import dev.jop.markers.rbac.Rbac;
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
  private final ApiResources resources;
  private final String roleName;

  /**
   * Creates a generator.
   *
   * @param resources what there is that can be permitted
   * @param roleName the name of the role for permissions that name none
   */
  public RoleGenerator(Sources sources, ApiResources resources, String roleName) {
    this.sources = sources;
    this.resources = resources;
    this.roleName = roleName;
  }

  /** Returns the documents of all roles; empty if no permission is asked for. */
  public Optional<String> generate(Collection<TypeElement> types) {
    SortedMap<RoleKey, List<Rule>> roles = new TreeMap<>();
    RuleCheck check = new RuleCheck(resources, sources.problems());
    for (TypeElement type : types) {
      for (AnnotationUse use :
          AnnotationUse.repeated(type, Rbac.class, Rbac.List.class, sources.elements())) {
        Rule rule = rule(use);
        check.check(use, rule);
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
}
