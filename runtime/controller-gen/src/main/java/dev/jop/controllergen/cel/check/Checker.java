package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelName;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.CelType.Kind;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives every node of an expression its type, and says what does not fit.
 *
 * <p>After a fault the node has the type {@link CelType#ERROR}, and checking goes on.
 */
public final class Checker {
  private final Checked checked = new Checked();
  private final Bindings bindings = new Bindings();
  private final List<CelFault> faults;
  private final Map<String, DeclType> objects = new HashMap<>();
  private final OverloadCheck overloads;
  private Scope scope;

  private Checker(Map<String, CelType> variables, DeclType self, List<CelFault> faults) {
    this.scope = Scope.of(variables);
    this.faults = faults;
    this.overloads = new OverloadCheck(checked, bindings, faults);
    collect(self);
  }

  /**
   * Checks an expression.
   *
   * @param variables what it may speak of
   * @param self the type that holds all objects
   * @param faults where what is wrong is added
   */
  public static Checked check(
      Expr expr, Map<String, CelType> variables, DeclType self, List<CelFault> faults) {
    Checker checker = new Checker(variables, self, faults);
    checker.check(expr);
    checker.checked.settle(checker.bindings);
    return checker.checked;
  }

  private void collect(DeclType declared) {
    if (declared.type().kind() == Kind.OBJECT) {
      objects.put(declared.type().name(), declared);
    }
    declared.fields().values().forEach(this::collect);
    if (declared.element() != null) {
      collect(declared.element());
    }
  }

  private CelType check(Expr expr) {
    CelType type;
    if (expr instanceof Expr.Literal literal) {
      type = literal.type();
    } else if (expr instanceof Expr.Ident ident) {
      type = ident(ident);
    } else if (expr instanceof Expr.Select select) {
      type = select(select);
    } else if (expr instanceof Expr.Call call) {
      type = call(call);
    } else if (expr instanceof Expr.ListOf list) {
      type = list(list);
    } else if (expr instanceof Expr.MapOf map) {
      type = map(map);
    } else if (expr instanceof Expr.Fold fold) {
      type = fold(fold);
    } else {
      type = message((Expr.Message) expr);
    }
    checked.type(expr, type);
    return type;
  }

  private CelType ident(Expr.Ident ident) {
    Optional<CelType> type = scope.find(ident.name());
    if (type.isEmpty()) {
      return fault(ident.offset(), "there is no variable '" + ident.name() + "'");
    }
    String name = ident.name().startsWith(".") ? ident.name().substring(1) : ident.name();
    checked.meaning(ident, new Checked.Meaning(name, List.of(), true));
    return type.get();
  }

  private CelType select(Expr.Select select) {
    Optional<CelType> type = words(select).flatMap(scope::qualified);
    if (type.isPresent()) {
      String name = String.join(".", words(select).orElseThrow());
      checked.meaning(select, new Checked.Meaning(name, List.of(), true));
      return type.get();
    }
    CelType field = field(select.operand(), select.field(), select.offset(), false);
    return select.test() ? CelType.BOOL : bindings.resolved(field);
  }

  /** Returns the words of a name with dots, if the expression is no more than that. */
  private static Optional<List<String>> words(Expr expr) {
    Deque<String> words = new ArrayDeque<>();
    Expr rest = expr;
    while (rest instanceof Expr.Select select && !select.test()) {
      words.addFirst(select.field());
      rest = select.operand();
    }
    if (rest instanceof Expr.Ident ident) {
      words.addFirst(ident.name());
      return Optional.of(List.copyOf(words));
    }
    return Optional.empty();
  }

  private CelType field(Expr operand, String name, int offset, boolean optional) {
    CelType given = bindings.resolved(check(operand));
    CelType target = given.orInside();
    CelType field =
        switch (target.kind()) {
          case MAP -> target.parameters().get(1);
          case OBJECT -> fieldOf(target, name, offset);
          case PARAMETER -> {
            bindings.fits(CelType.DYN, target);
            yield CelType.DYN;
          }
          case DYN, ERROR -> CelType.DYN;
          default -> {
            fault(offset, "a value of type " + target + " has no fields");
            yield CelType.DYN;
          }
        };
    return given.isOptional() || optional ? CelType.optional(field) : field;
  }

  private CelType fieldOf(CelType object, String name, int offset) {
    DeclType declared = objects.get(object.name());
    if (declared == null) {
      return fault(offset, "a value of type " + object + " has no fields");
    }
    DeclType field = declared.fields().get(name);
    if (field == null && CelName.isReserved(name)) {
      field = declared.fields().get("__" + name + "__");
    }
    if (field == null) {
      String known = String.join(", ", new TreeSet<>(declared.fields().keySet()));
      return fault(
          offset,
          "%s has no field '%s'%s"
              .formatted(object, name, known.isEmpty() ? "" : "; it has " + known));
    }
    return field.type();
  }

  private CelType call(Expr.Call call) {
    if (call.function().equals("_?._") && call.args().get(1) instanceof Expr.Literal field) {
      String name = String.valueOf(field.value());
      CelType type = field(call.args().get(0), name, call.offset(), true);
      checked.type(field, CelType.STRING);
      checked.meaning(call, new Checked.Meaning("_?._", List.of("select_optional_field"), false));
      return bindings.resolved(type);
    }
    call.args().forEach(this::check);
    Expr target = call.target();
    if (target == null) {
      return resolved(call, call.function(), null);
    }
    Optional<String> qualified =
        words(target).map(words -> String.join(".", words) + "." + call.function());
    if (qualified.isPresent() && !overloads.of(qualified.get()).isEmpty()) {
      return resolved(call, qualified.get(), null);
    }
    check(target);
    return resolved(call, call.function(), target);
  }

  private CelType resolved(Expr.Call call, String function, @Nullable Expr target) {
    List<CelType> args = new ArrayList<>();
    if (target != null) {
      args.add(checked.type(target));
    }
    call.args().forEach(arg -> args.add(checked.type(arg)));
    return overloads.resolve(call, function, target != null, args);
  }

  private CelType list(Expr.ListOf list) {
    CelType element = null;
    for (int i = 0; i < list.elements().size(); i++) {
      Expr next = list.elements().get(i);
      CelType type = present(next, list.optional().contains(i));
      element = joined(element, type);
    }
    return CelType.listOf(element == null ? bindings.unknown() : element);
  }

  private CelType map(Expr.MapOf map) {
    CelType key = null;
    CelType value = null;
    for (Expr.Entry entry : map.entries()) {
      key = joined(key, check(entry.key()));
      value = joined(value, present(entry.value(), entry.optional()));
    }
    return CelType.mapOf(
        key == null ? bindings.unknown() : key, value == null ? bindings.unknown() : value);
  }

  /** Returns the type of a value inside a list or a map; an optional one is there or not. */
  private CelType present(Expr expr, boolean optional) {
    CelType type = check(expr);
    if (!optional) {
      return type;
    }
    if (!type.isOptional() && !type.isDyn()) {
      fault(expr.offset(), mismatch(CelType.optional(type), type));
    }
    return type.orInside();
  }

  /** Returns the type that fits two values of a list or map; that they differ is for later. */
  private CelType joined(@Nullable CelType before, CelType type) {
    if (before == null) {
      return type;
    }
    return bindings.fits(before, type) ? Bindings.mostGeneral(before, type) : CelType.DYN;
  }

  private CelType fold(Expr.Fold fold) {
    CelType range = bindings.resolved(check(fold.range()));
    CelType accumulator = check(fold.start());
    Scope outer = scope;
    Scope result = outer.with(Map.of(fold.accumulator(), accumulator));
    scope = result.with(variables(fold, range));
    check(fold.condition());
    expect(fold.condition(), CelType.BOOL);
    check(fold.step());
    expect(fold.step(), accumulator);
    scope = result;
    CelType type = check(fold.result());
    scope = outer;
    return bindings.resolved(type);
  }

  private Map<String, CelType> variables(Expr.Fold fold, CelType range) {
    CelType key = CelType.DYN;
    CelType value = CelType.DYN;
    switch (range.kind()) {
      case LIST -> {
        key = CelType.INT;
        value = range.parameters().get(0);
      }
      case MAP -> {
        key = range.parameters().get(0);
        value = range.parameters().get(1);
      }
      case DYN, ERROR, PARAMETER -> bindings.fits(CelType.DYN, range);
      default -> {
        key = fault(fold.range().offset(), "a value of type " + range + " is neither list nor map");
        value = key;
      }
    }
    if (fold.second() != null) {
      return Map.of(fold.variable(), key, fold.second(), value);
    }
    return Map.of(fold.variable(), range.kind() == Kind.LIST ? value : key);
  }

  private void expect(Expr expr, CelType type) {
    if (!bindings.fits(type, checked.type(expr))) {
      CelType found = bindings.settled(checked.type(expr));
      fault(expr.offset(), mismatch(bindings.settled(type), found));
    }
  }

  private CelType message(Expr.Message message) {
    message.fields().forEach(field -> check(field.value()));
    return message.type().startsWith("google.protobuf.")
        ? CelType.DYN
        : fault(message.offset(), "rules cannot make a value of type " + message.type());
  }

  static String mismatch(CelType expected, CelType found) {
    return "expected a value of type " + expected + ", but this is of type " + found;
  }

  private CelType fault(int offset, String message) {
    faults.add(new CelFault(offset, message));
    return CelType.ERROR;
  }
}
