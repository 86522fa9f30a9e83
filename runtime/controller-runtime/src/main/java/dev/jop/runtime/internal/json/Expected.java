package dev.jop.runtime.internal.json;

import dev.jop.runtime.internal.text.Printable;

/**
 * What was asked for, which is compared with what comes: a proxy, a cache on the way or a broken
 * server may answer with something else, and nothing may be concluded from that.
 *
 * @param apiVersion group and version of the objects
 * @param kind the kind of the objects
 * @param metadata whether it may be their metadata alone, which does not name the kind
 * @param namespace the namespace of the objects, empty for any
 */
public record Expected(String apiVersion, String kind, boolean metadata, String namespace) {

  private static final String LIST = "List";
  private static final String METADATA = "PartialObjectMetadata";
  private static final String METADATA_VERSION = "meta.k8s.io/v1";

  /**
   * Checks what an object says of its kind.
   *
   * @throws ForeignObjectException if it is of another kind
   */
  public void refuseOtherKind(String foundVersion, String foundKind) {
    if (!is(foundVersion, foundKind, "")) {
      String found =
          foundKind.isEmpty()
              ? "it does not say which"
              : Printable.of(foundVersion + " " + foundKind);
      throw new ForeignObjectException("it is of another kind: " + found);
    }
  }

  /**
   * Checks in which namespace an object is.
   *
   * @throws ForeignObjectException if it is in another one
   */
  public void refuseOtherNamespace(String found) {
    if (!namespace.isEmpty() && !namespace.equals(found)) {
      throw new ForeignObjectException(
          "it is in %s, and asked for was %s"
              .formatted(
                  found.isEmpty() ? "no namespace" : "namespace " + Printable.of(found),
                  namespace));
    }
  }

  /**
   * Checks of which kind a list is.
   *
   * @throws ForeignObjectException if it is one of objects of another kind
   */
  public void refuseOtherList(ListPage page) {
    if (!is(page.apiVersion(), page.kind(), LIST) && !isNamedOddly(page)) {
      throw new ForeignObjectException(
          "the answer is a %s of %s and no list of %s %s"
              .formatted(
                  Printable.of(page.kind()), Printable.of(page.apiVersion()), apiVersion, kind));
    }
  }

  /**
   * Whether a list may be one of the objects although it is named otherwise: a CRD may say so, by
   * its {@code listKind}. Then only items that name their kind can tell. Kubernetes' own lists are
   * named by the kind and {@code List}.
   */
  public boolean isNamedOddly(ListPage page) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return page.apiVersion().equals(apiVersion)
        && !page.kind().equals(kind)
        && !page.kind().equals(kind + LIST)
        && group.contains(".")
        && !group.endsWith(".k8s.io");
  }

  private boolean is(String foundVersion, String foundKind, String suffix) {
    return (foundKind.equals(kind + suffix) && foundVersion.equals(apiVersion))
        || (metadata
            && foundKind.equals(METADATA + suffix)
            && foundVersion.equals(METADATA_VERSION));
  }
}
