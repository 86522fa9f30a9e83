package dev.jop.envtest.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How roles fit the requests that were made.
 *
 * <p>What every user may do is not counted: discovery, health, version, and asking about one's own
 * rights. A right counts as used also when the request was refused, be it by a role that is too
 * narrow or for another reason. {@code list} counts as used beside a used {@code watch}: a client
 * that streams its lists falls back to it where the server cannot stream.
 *
 * @param missing what was asked for and is not granted, each as an annotation to put on a
 *     reconciler
 * @param unused what is granted and was not asked for, each with its role
 */
public record RightsReport(List<String> missing, List<String> unused) {
  private static final List<String> REVIEWS =
      List.of("selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews");

  /** What the API server's own bindings grant to everybody who is authenticated. */
  private static final List<Grant> OF_EVERYBODY =
      List.of(
          new Grant(
              "system:discovery",
              "",
              List.of(),
              List.of(),
              List.of(),
              List.of(
                  "/api",
                  "/api/*",
                  "/apis",
                  "/apis/*",
                  "/openapi",
                  "/openapi/*",
                  "/version",
                  "/version/",
                  "/healthz",
                  "/livez",
                  "/livez/*",
                  "/readyz",
                  "/readyz/*"),
              List.of("get", "head")),
          new Grant(
              "system:basic-user",
              "",
              List.of("authorization.k8s.io", "authentication.k8s.io"),
              REVIEWS,
              List.of(),
              List.of(),
              List.of("create")));

  /** Copies the lists. */
  public RightsReport {
    missing = List.copyOf(missing);
    unused = List.copyOf(unused);
  }

  /** Compares requests with roles. */
  public static RightsReport of(Collection<AuditedRequest> requests, Roles roles) {
    List<AuditedRequest> counted =
        requests.stream().filter(request -> !permits(OF_EVERYBODY, request)).toList();
    return new RightsReport(missing(counted, roles.grants()), unused(counted, roles.grants()));
  }

  /**
   * Passes if nothing is missing.
   *
   * @throws AssertionError with what is missing
   */
  public void assertNothingMissing() {
    if (!missing.isEmpty()) {
      throw new AssertionError(toString());
    }
  }

  /**
   * Passes if the roles grant what was asked for, and nothing else.
   *
   * @throws AssertionError with what is missing, and what is granted and was not asked for
   */
  public void assertFits() {
    if (!missing.isEmpty() || !unused.isEmpty()) {
      throw new AssertionError(toString());
    }
  }

  /** Returns it in lines. */
  @Override
  public String toString() {
    return (missing.isEmpty() ? "No right is missing.\n" : "Rights are missing:\n")
        + missing.stream().map(line -> "  " + line + "\n").collect(Collectors.joining())
        + (unused.isEmpty() ? "No right is unused.\n" : "Rights were not used:\n")
        + unused.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private static boolean permits(List<Grant> grants, AuditedRequest request) {
    return grants.stream().anyMatch(grant -> grant.permits(request));
  }

  private static List<String> missing(List<AuditedRequest> requests, List<Grant> grants) {
    Map<String, SortedSet<String>> verbs = new TreeMap<>();
    requests.stream()
        .filter(request -> !permits(grants, request))
        .forEach(
            request ->
                verbs.computeIfAbsent(what(request), what -> new TreeSet<>()).add(request.verb()));
    return verbs.entrySet().stream()
        .map(entry -> "@Rbac(" + entry.getKey() + ", verbs = " + constants(entry.getValue()) + ")")
        .toList();
  }

  private static String what(AuditedRequest request) {
    if (request.isUrl()) {
      return "urls = \"" + request.url() + "\"";
    }
    String group = request.group().isEmpty() ? "core" : request.group();
    return "groups = \"" + group + "\", resources = \"" + request.resource() + "\"";
  }

  private static String constants(SortedSet<String> verbs) {
    String list =
        verbs.stream().map(verb -> verb.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
    return verbs.size() == 1 ? list : "{" + list + "}";
  }

  private static List<String> unused(List<AuditedRequest> requests, List<Grant> grants) {
    Map<String, SortedSet<String>> verbs = new TreeMap<>();
    grants.stream()
        .flatMap(grant -> grant.parts().stream())
        .filter(part -> !isUsed(part, requests))
        .forEach(
            part ->
                verbs
                    .computeIfAbsent(what(part), what -> new TreeSet<>())
                    .add(part.verbs().get(0)));
    return verbs.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
        .toList();
  }

  private static boolean isUsed(Grant part, List<AuditedRequest> requests) {
    Grant beside = part.verbs().contains("list") ? part.withVerb("watch") : part;
    return requests.stream().anyMatch(r -> part.permits(r) || beside.permits(r));
  }

  private static String what(Grant part) {
    String where = part.namespace().isEmpty() ? "" : " in " + part.namespace();
    String names = part.names().isEmpty() ? "" : " " + part.names();
    if (!part.urls().isEmpty()) {
      return part.role() + where + ": " + part.urls().get(0);
    }
    String group = part.groups().get(0).isEmpty() ? "core" : part.groups().get(0);
    return part.role() + where + ": " + group + " " + part.resources().get(0) + names;
  }
}
