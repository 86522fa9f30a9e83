package dev.jop.envtest.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * One rule of a role.
 *
 * @param role the role, as messages name it
 * @param namespace where it holds; empty for everywhere
 * @param groups the API groups, or {@code *}
 * @param resources the resources, or {@code *}
 * @param names the objects; empty for all
 * @param urls the URLs beside the API's resources
 * @param verbs what is allowed, or {@code *}
 */
record Grant(
    String role,
    String namespace,
    List<String> groups,
    List<String> resources,
    List<String> names,
    List<String> urls,
    List<String> verbs) {
  private static final String ANY = "*";

  Grant {
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    names = List.copyOf(names);
    urls = List.copyOf(urls);
    verbs = List.copyOf(verbs);
  }

  Grant inNamespace(String value) {
    return new Grant(role, value, groups, resources, names, urls, verbs);
  }

  Grant withVerb(String value) {
    return new Grant(role, namespace, groups, resources, names, urls, List.of(value));
  }

  /** Whether it lets a request pass, by the rules of the API server. */
  boolean permits(AuditedRequest request) {
    if (!matches(verbs, request.verb())) {
      return false;
    }
    if (request.isUrl()) {
      return urls.stream().anyMatch(url -> matchesUrl(url, request.url()));
    }
    return (namespace.isEmpty() || namespace.equals(request.namespace()))
        && matches(groups, request.group())
        && resources.stream().anyMatch(resource -> matchesResource(resource, request.resource()))
        && (names.isEmpty() || names.contains(request.name()));
  }

  /** The smallest grants of which this one consists. */
  List<Grant> parts() {
    List<Grant> parts = new ArrayList<>();
    for (String verb : verbs) {
      for (String url : urls) {
        parts.add(part(List.of(), List.of(), List.of(url), verb));
      }
      for (String group : groups) {
        for (String resource : resources) {
          parts.add(part(List.of(group), List.of(resource), List.of(), verb));
        }
      }
    }
    return parts;
  }

  private Grant part(List<String> group, List<String> resource, List<String> url, String verb) {
    return new Grant(role, namespace, group, resource, names, url, List.of(verb));
  }

  private static boolean matches(List<String> granted, String wanted) {
    return granted.contains(ANY) || granted.contains(wanted);
  }

  private static boolean matchesUrl(String granted, String wanted) {
    return granted.endsWith(ANY)
        ? wanted.startsWith(granted.substring(0, granted.length() - 1))
        : granted.equals(wanted);
  }

  private static boolean matchesResource(String granted, String wanted) {
    int slash = wanted.indexOf('/');
    return granted.equals(ANY)
        || granted.equals(wanted)
        || (slash > 0 && granted.equals(ANY + wanted.substring(slash)));
  }
}
