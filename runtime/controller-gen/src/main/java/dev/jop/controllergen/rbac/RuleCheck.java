package dev.jop.controllergen.rbac;

import dev.jop.controllergen.discovery.ApiResource;
import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.discovery.ResourceNames;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds permissions that the API server would keep and that permit nothing, or not what was meant.
 *
 * <p>A rule is the product of its groups, resources and verbs, and few such products make sense in
 * whole. So a verb is wrong only if none of the rule's resources has it.
 */
final class RuleCheck {
  private static final Set<String> OF_URLS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options");
  private static final Set<String> OF_URLS_ONLY = Set.of("post", "put", "head", "options");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern URL = Pattern.compile("/[^*]*|(/[^*]*/|/)?\\*");

  private final ApiResources resources;
  private final Problems problems;

  RuleCheck(ApiResources resources, Problems problems) {
    this.resources = resources;
    this.problems = problems;
  }

  void check(AnnotationUse use, Rule rule) {
    Optional<String> shape = shape(use, rule);
    if (shape.isPresent()) {
      problems.error(use, shape.get());
    } else if (!rule.urls().isEmpty()) {
      urls(rule).forEach(fault -> problems.error(use, fault));
    } else {
      ResourceNames names = new ResourceNames(resources, rule.groups(), rule.resources());
      List<String> faults = new ArrayList<>(names.faults());
      if (faults.isEmpty()) {
        verbs(use, rule).ifPresent(faults::add);
        scope(use, rule).ifPresent(faults::add);
        creation(rule).ifPresent(faults::add);
      }
      faults.forEach(fault -> problems.error(use, fault));
      names.doubts().forEach(doubt -> problems.warning(use, doubt));
    }
  }

  private static Optional<String> shape(AnnotationUse use, Rule rule) {
    String namespace = use.text("namespace");
    String role = use.text("roleName");
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
    if (!rule.urls().isEmpty() && !namespace.isEmpty()) {
      return Optional.of("urls belong to no namespace; leave it out");
    }
    if (!namespace.isEmpty() && !NAMESPACE.matcher(namespace).matches()) {
      return Optional.of("\"" + namespace + "\" cannot be the name of a namespace");
    }
    if (role.equals(".") || role.equals("..") || role.contains("/") || role.contains("%")) {
      return Optional.of("\"" + role + "\" cannot be the name of a role");
    }
    return Optional.empty();
  }

  private static List<String> urls(Rule rule) {
    List<String> faults = new ArrayList<>();
    for (String url : rule.urls()) {
      if (!URL.matcher(url).matches()) {
        faults.add("the URL " + url + " must begin with a slash, and have * as its last step only");
      }
    }
    for (String verb : rule.verbs()) {
      if (!verb.equals(Rule.ANY) && !OF_URLS.contains(verb)) {
        faults.add("a URL knows no " + verb + ", but " + String.join(", ", new TreeSet<>(OF_URLS)));
      }
    }
    return faults;
  }

  private Optional<String> verbs(AnnotationUse use, Rule rule) {
    Set<String> checked = new TreeSet<>(rule.verbs());
    use.texts("otherVerbs").forEach(checked::remove);
    checked.remove(Rule.ANY);
    Set<String> known = new TreeSet<>();
    boolean all = true;
    for (String name : rule.resources()) {
      List<ApiResource> found = found(rule, name);
      found.forEach(resource -> known.addAll(resource.verbs()));
      all &= !found.isEmpty() && found.stream().noneMatch(resource -> resource.verbs().isEmpty());
    }
    for (String verb : checked) {
      boolean unknown = all && !known.contains(verb);
      if (unknown || OF_URLS_ONLY.contains(verb)) {
        String whatCanBe = all ? "; there is " + String.join(", ", known) : "";
        return Optional.of(
            verb + " cannot be done with " + String.join(", ", rule.resources()) + whatCanBe);
      }
    }
    return Optional.empty();
  }

  /** A namespace itself counts as in that namespace when somebody is authorised. */
  private Optional<String> scope(AnnotationUse use, Rule rule) {
    if (use.text("namespace").isEmpty()) {
      return Optional.empty();
    }
    for (String name : rule.resources()) {
      List<ApiResource> found = found(rule, name);
      boolean outside = found.stream().noneMatch(ApiResource::namespaced);
      if (found.isEmpty() || !outside || name.matches("namespaces(/.*)?")) {
        return Optional.empty();
      }
    }
    return Optional.of(
        String.join(", ", rule.resources())
            + " are in no namespace, so a role in one permits nothing; leave the namespace out");
  }

  private static Optional<String> creation(Rule rule) {
    boolean none = rule.resources().stream().allMatch(name -> name.matches("[^*/]+"));
    return !rule.resourceNames().isEmpty() && none && rule.verbs().contains("create")
        ? Optional.of(
            "what is created has no name yet, so resourceNames forbid it;"
                + " put CREATE into a permission without them")
        : Optional.empty();
  }

  private List<ApiResource> found(Rule rule, String name) {
    return rule.groups().stream().flatMap(group -> resources.find(group, name).stream()).toList();
  }
}
