package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.CelType.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parameters of types have turned out to stand for, and with that, which type fits where.
 *
 * <p>Whether types fit is tried, and what was learned on the way is kept only if they do.
 */
final class Bindings {
  private Map<String, CelType> bound = new HashMap<>();
  private int parameters;

  /** Returns a type that may still turn out to be any. */
  CelType unknown() {
    return CelType.parameter("_" + parameters++);
  }

  /** Returns whether a type can be given where another is asked for. */
  boolean fits(CelType given, CelType asked) {
    return fit(List.of(given), List.of(asked));
  }

  /** Returns whether types can be given, one by one, where others are asked for. */
  boolean fit(List<CelType> given, List<CelType> asked) {
    Map<String, CelType> before = bound;
    bound = new HashMap<>(before);
    boolean fit = each(given, asked);
    if (!fit) {
      bound = before;
    }
    return fit;
  }

  /** Returns a type with what its parameters stand for; those that are not known stay. */
  CelType resolved(CelType type) {
    CelType meant = type.kind() == Kind.PARAMETER ? bound.get(type.name()) : null;
    if (meant != null) {
      return resolved(meant);
    }
    return type.parameters().isEmpty()
        ? type
        : type.withParameters(type.parameters().stream().map(this::resolved).toList());
  }

  /** Returns a type with what its parameters stand for; what is not known is dynamic. */
  CelType settled(CelType type) {
    CelType meant = resolved(type);
    if (meant.kind() == Kind.PARAMETER) {
      return CelType.DYN;
    }
    return meant.parameters().isEmpty()
        ? meant
        : meant.withParameters(meant.parameters().stream().map(this::settled).toList());
  }

  /** Returns that of two fitting types which says less. */
  static CelType mostGeneral(CelType a, CelType b) {
    return saysNoMore(a, b) ? a : b;
  }

  private static boolean saysNoMore(CelType a, CelType b) {
    if (isWild(a)) {
      return true;
    }
    if (isWild(b) || a.kind() != b.kind()) {
      return false;
    }
    if (a.kind() == Kind.TYPE) {
      return true;
    }
    if (!a.name().equals(b.name()) || a.parameters().size() != b.parameters().size()) {
      return false;
    }
    for (int i = 0; i < a.parameters().size(); i++) {
      if (!saysNoMore(a.parameters().get(i), b.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWild(CelType type) {
    return type.isDyn() || type.kind() == Kind.PARAMETER;
  }

  private boolean each(List<CelType> given, List<CelType> asked) {
    if (given.size() != asked.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!fitting(given.get(i), asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fitting(CelType given, CelType asked) {
    if (asked.kind() == Kind.PARAMETER) {
      boolean known = bound.containsKey(asked.name());
      if (binds(asked, given)) {
        return true;
      }
      if (known) {
        return false;
      }
    }
    if (given.kind() == Kind.PARAMETER) {
      return binds(given, asked);
    }
    if (fitsAll(given) || fitsAll(asked)) {
      return true;
    }
    if (given.kind() == Kind.NULL || asked.kind() == Kind.NULL) {
      return isNullable(given) && isNullable(asked);
    }
    if (given.kind() == Kind.TYPE) {
      return asked.kind() == Kind.TYPE;
    }
    return given.kind() == asked.kind()
        && given.name().equals(asked.name())
        && each(given.parameters(), asked.parameters());
  }

  /** Returns whether a parameter can stand for a type, and from now on does. */
  private boolean binds(CelType parameter, CelType type) {
    if (parameter.equals(type)) {
      return true;
    }
    CelType before = bound.get(parameter.name());
    if (before == null) {
      boolean free = !occurs(parameter, type);
      if (free) {
        bound.put(parameter.name(), type);
      }
      return free;
    }
    if (before.equals(type)) {
      return true;
    }
    if (!fitting(type, before)) {
      return false;
    }
    CelType general = mostGeneral(type, before);
    if (!occurs(parameter, general)) {
      bound.put(parameter.name(), general);
    }
    return true;
  }

  private boolean occurs(CelType parameter, CelType in) {
    if (parameter.equals(in)) {
      return true;
    }
    if (in.kind() == Kind.PARAMETER) {
      CelType meant = bound.get(in.name());
      return meant != null && occurs(parameter, meant);
    }
    return in.parameters().stream().anyMatch(inner -> occurs(parameter, inner));
  }

  private static boolean fitsAll(CelType type) {
    return type.isDyn() || type.kind() == Kind.ERROR;
  }

  private static boolean isNullable(CelType type) {
    return switch (type.kind()) {
      case NULL, OPAQUE, OBJECT, DURATION, TIMESTAMP -> true;
      default -> false;
    };
  }
}
