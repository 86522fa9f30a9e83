package dev.jop.controllergen.discovery;

import dev.jop.controllergen.source.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** The resources that are known: those of every API server, and those of a project's own kinds. */
public final class ApiResources {
  /** Of Kubernetes before 1.22; some operators still name it. */
  private static final String OLD_GROUP = "extensions";

  private final Map<String, Map<String, ApiResource>> byGroup = new TreeMap<>();

  private ApiResources(List<ApiResource> all) {
    all.forEach(
        item ->
            byGroup
                .computeIfAbsent(item.group(), group -> new TreeMap<>())
                .merge(item.name(), item, ApiResource::and));
  }

  /** Returns the API server's own, and those of the kinds among the types. */
  public static ApiResources of(Collection<TypeElement> types, Sources sources) {
    List<ApiResource> all = new ArrayList<>(ResourceTable.read());
    types.stream()
        .flatMap(type -> DeclaredKind.of(type, sources).stream())
        .map(ApiResource::custom)
        .forEach(all::add);
    return new ApiResources(all);
  }

  /** Returns whether resources of a group are known, so that others in it are not likely. */
  public boolean knowsGroup(String group) {
    return group.equals(OLD_GROUP) || byGroup.containsKey(group);
  }

  /** Returns a resource, or a subresource that there is or may be. */
  public Optional<ApiResource> find(String group, String name) {
    ApiResource known = in(group).get(name);
    int slash = name.indexOf('/');
    if (known != null || slash < 0) {
      return Optional.ofNullable(known);
    }
    return Optional.ofNullable(in(group).get(name.substring(0, slash)))
        .map(resource -> resource.subresource(name.substring(slash + 1)));
  }

  /** Returns the resource of a kind. */
  public Optional<ApiResource> ofKind(String group, String kind) {
    return in(group).values().stream()
        .filter(resource -> resource.kind().equals(kind) && resource.name().indexOf('/') < 0)
        .findFirst();
  }

  /** Returns the resource that somebody probably meant who wrote its kind, or a capital letter. */
  public Optional<ApiResource> meant(String group, String name) {
    String word = name.replaceFirst("/.*", "");
    return in(group).values().stream()
        .filter(resource -> resource.name().indexOf('/') < 0 && resource.isMeantBy(word))
        .findFirst();
  }

  /** Returns the groups that have a resource of this name. */
  public List<String> groupsOf(String name) {
    return byGroup.keySet().stream().filter(group -> in(group).containsKey(name)).toList();
  }

  private Map<String, ApiResource> in(String group) {
    return byGroup.getOrDefault(group, Map.of());
  }
}
