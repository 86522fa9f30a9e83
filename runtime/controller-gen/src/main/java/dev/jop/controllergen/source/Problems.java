package dev.jop.controllergen.source;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Tells the compiler what is wrong with a source, each thing once.
 *
 * <p>Reading goes on after an error, so that one run shows all of them; nothing is written then.
 */
public final class Problems {
  private final Messager messager;
  private final Set<String> told = new HashSet<>();
  private boolean any;

  /** Creates a reporter that tells through the compiler. */
  public Problems(Messager messager) {
    this.messager = messager;
  }

  /** Reports an error at the line of an element. */
  public void error(Element at, String message) {
    if (isNew(at, message)) {
      messager.printMessage(Diagnostic.Kind.ERROR, message, at);
    }
  }

  /** Reports an error at the line of an annotation. */
  public void error(AnnotationUse at, String message) {
    String named = "@" + at.name() + ": " + message;
    if (isNew(at.element(), named)) {
      messager.printMessage(Diagnostic.Kind.ERROR, named, at.element(), at.mirror());
    }
  }

  /** Reports an error at the line of a value of an annotation. */
  public void error(AnnotationUse at, String value, String message) {
    String named = "@" + at.name() + ": " + message;
    if (isNew(at.element(), named)) {
      tell(Diagnostic.Kind.ERROR, at, value, named);
    }
  }

  /** Warns at the line of a value of an annotation. */
  public void warning(AnnotationUse at, String value, String message) {
    String named = "@" + at.name() + ": " + message;
    if (told.add(place(at.element()) + named)) {
      tell(Diagnostic.Kind.MANDATORY_WARNING, at, value, named);
    }
  }

  private void tell(Diagnostic.Kind kind, AnnotationUse at, String value, String message) {
    at.given(value)
        .ifPresentOrElse(
            given -> messager.printMessage(kind, message, at.element(), at.mirror(), given),
            () -> messager.printMessage(kind, message, at.element(), at.mirror()));
  }

  /**
   * Warns at the line of an annotation of what is no error but hardly meant; the manifests are made
   * all the same.
   */
  public void warning(AnnotationUse at, String message) {
    String named = "@" + at.name() + ": " + message;
    if (told.add(place(at.element()) + named)) {
      // The compiler suppresses all other warnings where it only runs processors.
      messager.printMessage(Diagnostic.Kind.MANDATORY_WARNING, named, at.element(), at.mirror());
    }
  }

  /** Warns at the line of an element. */
  public void warning(Element at, String message) {
    if (told.add(place(at) + message)) {
      messager.printMessage(Diagnostic.Kind.MANDATORY_WARNING, message, at);
    }
  }

  /** Notes that a type is unknown, which the compiler itself reports. */
  public void unresolved() {
    any = true;
  }

  /** Returns whether there was an error. */
  public boolean any() {
    return any;
  }

  private boolean isNew(Element at, String message) {
    any = true;
    return told.add(place(at) + message);
  }

  private static String place(Element at) {
    return at.getEnclosingElement() + " " + at + " ";
  }
}
