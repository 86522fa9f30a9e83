package dev.jop.controllergen.marker;

/** The packages of fabric8's annotations; they are known by name, so that a project needs none. */
public final class Fabric8Packages {
  /** What limits values. */
  public static final String GENERATOR = "io.fabric8.generator.annotation.";

  /** What a definition of a kind says beside its schema. */
  public static final String CRD_GENERATOR = "io.fabric8.crd.generator.annotation.";

  /** What fabric8's client itself knows of a kind. */
  public static final String MODEL = "io.fabric8.kubernetes.model.annotation.";

  private Fabric8Packages() {}
}
