package dev.jop.envtest.audit;

/**
 * One request as the API server's authorizer saw it.
 *
 * @param user the name of who made it
 * @param userAgent the program by which it was made, by its own word
 * @param verb what was to be done, such as {@code get} or {@code deletecollection}
 * @param group the API group; empty for the core group, and for a request about a URL
 * @param resource the resource, with a subresource as in {@code pods/exec}; empty for a URL
 * @param namespace the namespace; empty for objects in none, for objects in all, and for a URL
 * @param name the object's name; empty if the request named none
 * @param url the path; only for requests about no resource, otherwise empty
 * @param allowed whether the authorizer let it pass
 */
public record AuditedRequest(
    String user,
    String userAgent,
    String verb,
    String group,
    String resource,
    String namespace,
    String name,
    String url,
    boolean allowed) {

  AuditedRequest about(String path) {
    return new AuditedRequest(
        user, userAgent, verb, group, resource, namespace, name, path, allowed);
  }

  /** Whether it is about a URL beside the API's resources. */
  boolean isUrl() {
    return resource.isEmpty();
  }
}
