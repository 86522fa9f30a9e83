package dev.jop.controllergen.type;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A field, getter or setter through which Jackson may reach a property.
 *
 * @param property the name that follows from the member's own
 * @param element the member
 * @param type the type of the value
 * @param visible whether Jackson uses it without being told to
 * @param rank which of the accessors of a property tells its type: the least
 */
record Accessor(String property, Element element, TypeMirror type, boolean visible, int rank) {

  /** The rank of a method that is named as the property itself. */
  static final int UNPREFIXED = 3;

  /** Returns the view of the method that a record has for a component, whatever its name is. */
  static Accessor ofComponent(Element method) {
    String name = method.getSimpleName().toString();
    TypeMirror type = ((ExecutableElement) method).getReturnType();
    return new Accessor(name, method, type, false, UNPREFIXED);
  }

  /** Returns the view of a member, if it is one that can lead to a property. */
  static Optional<Accessor> of(Element member) {
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return Optional.empty();
    }
    boolean isPublic = member.getModifiers().contains(Modifier.PUBLIC);
    if (member.getKind() == ElementKind.FIELD) {
      boolean visible = isPublic && !member.getModifiers().contains(Modifier.TRANSIENT);
      String name = member.getSimpleName().toString();
      return Optional.of(new Accessor(name, member, member.asType(), visible, 1));
    }
    return member instanceof ExecutableElement method && member.getKind() == ElementKind.METHOD
        ? ofMethod(method, isPublic)
        : Optional.empty();
  }

  private static Optional<Accessor> ofMethod(ExecutableElement method, boolean visible) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    TypeMirror result = method.getReturnType();
    if (parameters == 0 && result.getKind() != TypeKind.VOID) {
      if (hasPrefix(name, "get") && !name.equals("getClass")) {
        return Optional.of(new Accessor(beanName(name, 3), method, result, visible, 0));
      }
      if (hasPrefix(name, "is") && isBoolean(result)) {
        return Optional.of(new Accessor(beanName(name, 2), method, result, visible, 0));
      }
      return Optional.of(new Accessor(name, method, result, false, UNPREFIXED));
    }
    if (parameters == 1 && hasPrefix(name, "set")) {
      TypeMirror value = method.getParameters().get(0).asType();
      return Optional.of(new Accessor(beanName(name, 3), method, value, visible, 2));
    }
    return Optional.empty();
  }

  boolean isGetter() {
    return rank == 0;
  }

  boolean isMethod() {
    return element.getKind() == ElementKind.METHOD;
  }

  private static boolean hasPrefix(String name, String prefix) {
    return name.startsWith(prefix)
        && name.length() > prefix.length()
        && Character.isUpperCase(name.charAt(prefix.length()));
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN
        || TypeScope.EMPTY.describe(type).equals("java.lang.Boolean");
  }

  /** As JavaBeans has it: two capitals at the begin stay, as in URL. */
  private static String beanName(String name, int prefix) {
    String rest = name.substring(prefix);
    boolean acronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
    return acronym ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
  }
}
