package dev.jop.controllergen.type;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * What the type parameters of a generic type stand for where it is used.
 *
 * <p>The compiler could put the arguments in itself, but would lose the annotations on them.
 */
final class TypeScope {
  /** Where there are no type parameters. */
  static final TypeScope EMPTY = new TypeScope(Map.of());

  private final Map<Element, Argument> arguments;

  private TypeScope(Map<Element, Argument> arguments) {
    this.arguments = arguments;
  }

  /**
   * A type in angle brackets.
   *
   * @param type the type
   * @param scope where the type's own parameters are looked up
   */
  record Argument(TypeMirror type, TypeScope scope) {}

  /** Returns the scope inside a type; empty if it has parameters and no arguments. */
  TypeScope inside(DeclaredType type) {
    List<? extends TypeParameterElement> parameters =
        ((TypeElement) type.asElement()).getTypeParameters();
    List<? extends TypeMirror> given = type.getTypeArguments();
    if (parameters.isEmpty() || given.size() != parameters.size()) {
      return EMPTY;
    }
    Map<Element, Argument> inner = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      inner.put(parameters.get(i), new Argument(given.get(i), this));
    }
    return new TypeScope(inner);
  }

  @Nullable Argument find(TypeVariable variable) {
    return arguments.get(variable.asElement());
  }

  /**
   * Returns a type as text, with its variables resolved and without annotations: to tell one use of
   * it from another, and for messages.
   */
  String describe(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      Argument argument = find(variable);
      return argument == null ? type.toString() : argument.scope().describe(argument.type());
    }
    if (type instanceof ArrayType array) {
      return describe(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      List<String> given = declared.getTypeArguments().stream().map(this::describe).toList();
      return declared.asElement() + (given.isEmpty() ? "" : "<" + String.join(", ", given) + ">");
    }
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }
}
