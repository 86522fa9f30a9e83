package dev.jop.controllergen.source;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Tells the compiler what is wrong with a source, each thing once.
 *
 * <p>Reading goes on after an error, so that one run shows all of them; nothing is written then.
 */
public final class Problems {
  private final Messager messager;
  private final Set<String> told = new HashSet<>();
  private final @Nullable AnnotationPlaces places;
  private boolean any;

  /**
   * Creates a reporter that tells through the compiler.
   *
   * @param places where annotations stand, if the compiler has trees
   */
  Problems(Messager messager, @Nullable AnnotationPlaces places) {
    this.messager = messager;
    this.places = places;
  }

  /** Reports an error at the line of an element. */
  public void error(Element at, String message) {
    if (isNew(place(at), message)) {
      messager.printMessage(Diagnostic.Kind.ERROR, message, at);
    }
  }

  /** Reports an error at the line of an annotation. */
  public void error(AnnotationUse at, String message) {
    String named = "@" + at.name() + ": " + message;
    if (isNew(place(at), named)) {
      tell(Diagnostic.Kind.ERROR, at, Optional.empty(), named);
    }
  }

  /** Reports an error at the line of a value of an annotation. */
  public void error(AnnotationUse at, String value, String message) {
    String named = "@" + at.name() + ": " + message;
    if (isNew(place(at), named)) {
      tell(Diagnostic.Kind.ERROR, at, Optional.of(value), named);
    }
  }

  /** Warns at the line of a value of an annotation. */
  public void warning(AnnotationUse at, String value, String message) {
    String named = "@" + at.name() + ": " + message;
    if (told.add(place(at) + named)) {
      tell(Diagnostic.Kind.MANDATORY_WARNING, at, Optional.of(value), named);
    }
  }

  /**
   * Warns at the line of an annotation of what is no error but hardly meant; the manifests are made
   * all the same.
   */
  public void warning(AnnotationUse at, String message) {
    String named = "@" + at.name() + ": " + message;
    if (told.add(place(at) + named)) {
      // The compiler suppresses all other warnings where it only runs processors.
      tell(Diagnostic.Kind.MANDATORY_WARNING, at, Optional.empty(), named);
    }
  }

  /** Warns at the line of an element. */
  public void warning(Element at, String message) {
    if (told.add(place(at) + message)) {
      messager.printMessage(Diagnostic.Kind.MANDATORY_WARNING, message, at);
    }
  }

  /** Notes that a name is unknown, which the compiler itself reports. */
  public void unresolved() {
    any = true;
  }

  /** Returns whether there was an error. */
  public boolean any() {
    return any;
  }

  private void tell(
      Diagnostic.Kind kind, AnnotationUse at, Optional<String> value, String message) {
    if (places != null && places.tell(kind, at, value, message)) {
      return;
    }
    value
        .flatMap(at::given)
        .ifPresentOrElse(
            given -> messager.printMessage(kind, message, at.element(), at.mirror(), given),
            () -> messager.printMessage(kind, message, at.element(), at.mirror()));
  }

  private boolean isNew(String place, String message) {
    any = true;
    return told.add(place + message);
  }

  private static String place(AnnotationUse at) {
    return place(at.element()) + at.rank();
  }

  private static String place(Element at) {
    return at.getEnclosingElement() + " " + at + " ";
  }
}
