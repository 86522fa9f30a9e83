package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.check.Checked;
import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How large the values of an expression can get, as far as schema and expression tell. */
public final class Sizes {
  private final Checked checked;
  private final DeclType self;
  private final IdentityHashMap<Expr, FieldTrail> trails = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Estimate> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Entries> entries = new IdentityHashMap<>();
  private final Map<String, Local> locals = new HashMap<>();

  /** The sizes of the keys or indices, and of the values, of a map or list. */
  record Entries(boolean list, Estimate key, Estimate value) {}

  /** What is known of the variable of a loop. */
  private record Local(
      FieldTrail trail,
      @Nullable Estimate size,
      @Nullable Entries entries,
      @Nullable Local shadowed) {}

  Sizes(Checked checked, DeclType self) {
    this.checked = checked;
    this.self = self;
  }

  /** Notes the way to a variable. */
  void noteVariable(Expr expr, String name) {
    Local local = locals.get(name);
    trails.put(expr, local == null ? FieldTrail.of(name) : local.trail);
  }

  /** Notes that a value is found below another, under a name. */
  void noteBelow(Expr expr, Expr parent, String name) {
    trails.put(expr, trail(parent).then(name));
  }

  void noteSize(Expr expr, Estimate size) {
    sizes.put(expr, size);
  }

  void noteEntries(Expr expr, Entries of) {
    entries.put(expr, of);
  }

  /** Notes that an expression is as large as another. */
  void noteSame(Expr expr, Expr other) {
    find(other).ifPresent(size -> noteSize(expr, size));
    entries(other).ifPresent(of -> noteEntries(expr, of));
  }

  /** Brings the variable of a binding in. */
  void bind(String variable, Expr value) {
    push(variable, trail(value), find(value).orElse(null), entries(value).orElse(null));
  }

  /** Brings the variables of a loop in. */
  void bindLoop(Expr.Fold fold) {
    Entries of = entries(fold.range()).orElse(null);
    boolean list = of == null ? checked.type(fold.range()).kind() == CelType.Kind.LIST : of.list();
    Estimate key = of == null ? null : of.key();
    Estimate value = of == null ? null : of.value();
    FieldTrail range = trail(fold.range());
    if (fold.second() != null) {
      push(fold.variable(), range.then(list ? "@indices" : "@keys"), key, null);
      push(fold.second(), trail(fold.range()).then(list ? "@items" : "@values"), value, null);
    } else {
      push(fold.variable(), range.then(list ? "@items" : "@keys"), list ? value : key, null);
    }
  }

  void unbindLoop(Expr.Fold fold) {
    unbind(fold.variable());
    if (fold.second() != null) {
      unbind(fold.second());
    }
  }

  void unbind(String variable) {
    locals.computeIfPresent(variable, (name, local) -> local.shadowed);
  }

  private void push(
      String variable, FieldTrail trail, @Nullable Estimate size, @Nullable Entries of) {
    locals.put(variable, new Local(trail, size, of, locals.get(variable)));
  }

  /** Returns the size, or that nothing is known of it. */
  Estimate of(Expr expr) {
    return find(expr).orElse(Estimate.UNKNOWN);
  }

  /** Returns the size if anything is known of it. */
  Optional<Estimate> find(Expr expr) {
    Estimate known = sizes.get(expr);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Estimate> literal = literal(expr);
    if (literal.isPresent()) {
      return literal;
    }
    Optional<Estimate> declared = declared(trail(expr).names());
    if (declared.isPresent()) {
      sizes.put(expr, declared.get());
      return declared;
    }
    if (isScalar(checked.type(expr))) {
      return Optional.of(Estimate.ONE);
    }
    return local(expr).map(Local::size);
  }

  Optional<Entries> entries(Expr expr) {
    return Optional.ofNullable(entries.get(expr)).or(() -> local(expr).map(Local::entries));
  }

  /** Returns the size of a list's elements, if the schema tells. */
  Estimate elements(Expr list) {
    FieldTrail trail = trail(list);
    if (trail.isEmpty()) {
      return Estimate.UNKNOWN;
    }
    List<String> names = new ArrayList<>(trail.names());
    names.add("@items");
    return declared(names).orElse(Estimate.UNKNOWN);
  }

  private Optional<Local> local(Expr expr) {
    return expr instanceof Expr.Ident
        ? Optional.ofNullable(locals.get(name(expr)))
        : Optional.empty();
  }

  private FieldTrail trail(Expr expr) {
    return local(expr)
        .map(Local::trail)
        .orElseGet(() -> trails.getOrDefault(expr, FieldTrail.NONE));
  }

  private String name(Expr ident) {
    return checked.meaning(ident).name();
  }

  private Optional<Estimate> declared(List<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    DeclType at = self;
    for (String name : names.subList(1, names.size())) {
      DeclType next =
          switch (name) {
            case "@items", "@values" -> at.element();
            case "@keys" -> at.key();
            default -> at.fields().get(name);
          };
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(new Estimate(0, at.maxElements()));
  }

  private static Optional<Estimate> literal(Expr expr) {
    if (expr instanceof Expr.ListOf list) {
      return Optional.of(Estimate.of(list.elements().size()));
    }
    if (expr instanceof Expr.MapOf map) {
      return Optional.of(Estimate.of(map.entries().size()));
    }
    if (!(expr instanceof Expr.Literal literal)) {
      return Optional.empty();
    }
    Object value = literal.value();
    if (value instanceof String text) {
      return Optional.of(Estimate.of(text.codePointCount(0, text.length())));
    }
    return Optional.of(value instanceof byte[] bytes ? Estimate.of(bytes.length) : Estimate.ONE);
  }

  private static boolean isScalar(CelType type) {
    return switch (type.kind()) {
      case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> true;
      default -> type.isOptional() && isScalar(type.parameters().get(0));
    };
  }
}
