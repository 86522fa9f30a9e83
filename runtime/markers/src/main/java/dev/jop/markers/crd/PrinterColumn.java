package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that {@code kubectl get} shows for a kind; columns keep the order of their annotations.
 *
 * <p>A kind without any shows its age. A kind with some shows its age only if one of them does.
 *
 * <p>In Go it is {@code +kubebuilder:printcolumn}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(PrinterColumn.List.class)
public @interface PrinterColumn {

  /** The head of the column. */
  String name();

  /** The type of the value. */
  ColumnType type() default ColumnType.STRING;

  /**
   * Where the value is, as a simple JSON path from the object on, for example {@code
   * .spec.replicas}.
   */
  String jsonPath();

  /** What the column tells; nothing by default. */
  String description() default "";

  /** An OpenAPI format such as {@code date-time}; none by default. */
  String format() default "";

  /** 0 shows it always, more only in {@code kubectl get -o wide}. */
  int priority() default 0;

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations in the order of the source. */
    PrinterColumn[] value();
  }
}
