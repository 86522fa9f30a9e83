package dev.jop.controllergen.source;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * One annotation in a source, with its values.
 *
 * @param element what it stands on, or the nearest element for one on a type
 * @param mirror the compiler's view of it
 * @param values its values and the defaults of those not given, by their names
 * @param container what the compiler holds it in, if it is one of several of its type there
 */
public record AnnotationUse(
    Element element,
    AnnotationMirror mirror,
    Map<String, Object> values,
    Optional<AnnotationUse> container) {

  /** Returns an annotation with the defaults of the values that are not given. */
  public static AnnotationUse of(Element element, AnnotationMirror mirror, Elements elements) {
    Map<String, Object> values = new TreeMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((name, value) -> values.put(name.getSimpleName().toString(), value.getValue()));
    return new AnnotationUse(element, mirror, values, Optional.empty());
  }

  /** Returns all annotations of an element or a type; those that are repeated are in containers. */
  public static List<AnnotationUse> all(Element element, AnnotatedConstruct on, Elements elements) {
    List<AnnotationUse> uses = new ArrayList<>();
    for (AnnotationMirror mirror : on.getAnnotationMirrors()) {
      uses.add(of(element, mirror, elements));
    }
    return uses;
  }

  /** Returns the annotation of one type, if the element has it. */
  public static Optional<AnnotationUse> find(
      Element element, Class<? extends Annotation> type, Elements elements) {
    return all(element, element, elements).stream().filter(use -> use.is(type)).findFirst();
  }

  /** Returns the annotations of a repeatable type in the order of the source. */
  public static List<AnnotationUse> repeated(
      Element element,
      Class<? extends Annotation> type,
      Class<? extends Annotation> container,
      Elements elements) {
    List<AnnotationUse> uses = new ArrayList<>();
    for (AnnotationUse use : all(element, element, elements)) {
      if (use.is(type)) {
        uses.add(use);
      } else if (use.is(container)) {
        uses.addAll(use.held(elements));
      }
    }
    return uses;
  }

  /** Returns the annotations of an element by the full name of their type, also repeated ones. */
  public static List<AnnotationUse> named(Element element, String type, Elements elements) {
    return all(element, element, elements).stream()
        .flatMap(use -> use.unfolded(elements).stream())
        .filter(use -> use.qualifiedName().equals(type))
        .toList();
  }

  /** Returns the annotations that this one holds if it is a container, else this one. */
  public List<AnnotationUse> unfolded(Elements elements) {
    boolean container =
        ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())
            .stream()
            .filter(method -> method.getSimpleName().contentEquals("value"))
            .anyMatch(method -> isContained(method.getReturnType(), elements));
    return container ? held(elements) : List.of(this);
  }

  private boolean isContained(TypeMirror type, Elements elements) {
    return type instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType declared
        && all(declared.asElement(), declared.asElement(), elements).stream()
            .anyMatch(
                meta -> meta.is(Repeatable.class) && meta.text("value").equals(qualifiedName()));
  }

  private List<AnnotationUse> held(Elements elements) {
    return inner("value", elements).stream()
        .map(use -> new AnnotationUse(element, use.mirror(), use.values(), Optional.of(this)))
        .toList();
  }

  /** Returns how many of its type stand before it; none unless the annotation is repeated. */
  int rank() {
    return container.map(holder -> holder.list("value").indexOf(mirror)).orElse(0);
  }

  /** Returns the annotations that are a value of this one. */
  public List<AnnotationUse> inner(String name, Elements elements) {
    return list(name).stream()
        .map(inner -> of(element, (AnnotationMirror) inner, elements))
        .toList();
  }

  /** Returns whether a value stands in the source, so that it is not the default. */
  public boolean isGiven(String name) {
    return given(name).isPresent();
  }

  /** Returns the compiler's view of a value if it stands in the source. */
  Optional<AnnotationValue> given(String name) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
        .<AnnotationValue>map(Map.Entry::getValue)
        .findFirst();
  }

  /** Returns the simple name of the annotation's type. */
  public String name() {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  /** Returns the full name of the annotation's type. */
  public String qualifiedName() {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** Returns whether the annotation is of a type. */
  public boolean is(Class<? extends Annotation> type) {
    return qualifiedName().equals(type.getCanonicalName());
  }

  /** Returns a text, or the name of an enum constant. */
  public String text(String name) {
    Object value = value(name);
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }

  /** Returns a number. */
  public Number number(String name) {
    return (Number) value(name);
  }

  /** Returns whether a value is true. */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** Returns texts, or names of enum constants. */
  public List<String> texts(String name) {
    return list(name).stream()
        .map(
            value ->
                value instanceof VariableElement v
                    ? v.getSimpleName().toString()
                    : value.toString())
        .toList();
  }

  /** Returns a class; none for a primitive type or {@code void}. */
  public Optional<TypeElement> type(String name) {
    return value(name) instanceof DeclaredType type
        ? Optional.of((TypeElement) type.asElement())
        : Optional.empty();
  }

  List<?> list(String name) {
    return ((List<?>) value(name))
        .stream().map(item -> ((AnnotationValue) item).getValue()).toList();
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new InstallationException(
          "@"
              + name()
              + " on the class path has no value "
              + name
              + ": jop-controller-gen and jop-markers are of different versions");
    }
    return value;
  }
}
