package dev.jop.markers.rbac;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A permission that the operator needs; all of a project become {@code config/rbac/role.yaml}.
 *
 * <p>It is about resources of API groups or about URLs, not both. It stands for the marker {@code
 * +kubebuilder:rbac}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Rbac.List.class)
public @interface Rbac {

  /** The API groups; {@code core} and the empty string are the one without a name. */
  String[] groups() default {};

  /** The resources by their plural names, with a subresource as in {@code guestbooks/status}. */
  String[] resources() default {};

  /** What the operator does with them. */
  Verb[] verbs() default {};

  /** Verbs that {@link Verb} lacks, or that only an authorizer knows; they are not checked. */
  String[] otherVerbs() default {};

  /**
   * Names of single objects; all objects by default. An object that is not there yet has no name
   * that could be compared, so {@code CREATE} cannot be limited by it.
   */
  String[] resourceNames() default {};

  /** URLs beside the API, for example {@code /metrics}, or {@code /healthz/*} for all below. */
  String[] urls() default {};

  /**
   * The namespace of a {@code Role} that holds the permission; a {@code ClusterRole} holds it by
   * default.
   */
  String namespace() default "";

  /**
   * The name of the role that holds the permission; the one that the generator was told to use by
   * default.
   */
  String roleName() default "";

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations in the order of the source. */
    Rbac[] value();
  }
}
