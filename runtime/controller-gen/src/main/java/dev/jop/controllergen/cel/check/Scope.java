package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variables that can be spoken of at one place of an expression.
 *
 * <p>The names of those types that rules can compare with are variables too. A name that begins
 * with a dot passes over the variables of loops.
 */
final class Scope {
  private static final Map<String, CelType> TYPES = types();

  private final @Nullable Scope outer;
  private final Map<String, CelType> variables;

  private Scope(@Nullable Scope outer, Map<String, CelType> variables) {
    this.outer = outer;
    this.variables = variables;
  }

  static Scope of(Map<String, CelType> variables) {
    Map<String, CelType> all = new HashMap<>(TYPES);
    all.putAll(variables);
    return new Scope(null, all);
  }

  /** Returns a scope inside this one with variables of its own. */
  Scope with(Map<String, CelType> more) {
    return new Scope(this, more);
  }

  Optional<CelType> find(String name) {
    return name.startsWith(".") ? global(name.substring(1)) : local(name).or(() -> global(name));
  }

  /** Returns the type of a name of several words; none if the first is the variable of a loop. */
  Optional<CelType> qualified(List<String> words) {
    String name = String.join(".", words);
    if (name.startsWith(".")) {
      return global(name.substring(1));
    }
    return local(words.get(0)).isPresent() ? Optional.empty() : global(name);
  }

  private Optional<CelType> local(String name) {
    if (outer == null) {
      return Optional.empty();
    }
    CelType type = variables.get(name);
    return type == null ? outer.local(name) : Optional.of(type);
  }

  private Optional<CelType> global(String name) {
    return outer == null ? Optional.ofNullable(variables.get(name)) : outer.global(name);
  }

  private static Map<String, CelType> types() {
    Map<String, CelType> types = new HashMap<>();
    for (CelType type :
        List.of(
            CelType.BOOL,
            CelType.BYTES,
            CelType.DOUBLE,
            CelType.INT,
            CelType.STRING,
            CelType.UINT,
            CelType.listOf(CelType.DYN),
            CelType.mapOf(CelType.DYN, CelType.DYN),
            CelType.optional(CelType.DYN),
            new CelType(CelType.Kind.OPAQUE, "net.IP", List.of()),
            new CelType(CelType.Kind.OPAQUE, "net.CIDR", List.of()))) {
      types.put(type.name(), CelType.typeOf(type));
    }
    types.put("null_type", CelType.typeOf(CelType.NULL));
    types.put("type", CelType.typeOf(CelType.typeOf(CelType.DYN)));
    types.put("google.protobuf.Duration", CelType.typeOf(CelType.DURATION));
    types.put("google.protobuf.Timestamp", CelType.typeOf(CelType.TIMESTAMP));
    return types;
  }
}
