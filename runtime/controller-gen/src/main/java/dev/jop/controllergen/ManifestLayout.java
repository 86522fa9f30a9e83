package dev.jop.controllergen;

/** Where manifests lie below the {@code config} folder of a project. */
final class ManifestLayout {
  static final String CRDS = "crd/bases/";
  static final String ROLE = "rbac/role.yaml";
  static final String WEBHOOKS = "webhook/manifests.yaml";

  private ManifestLayout() {}
}
