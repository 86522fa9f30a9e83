package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.regex.Regex;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries what is constant in an expression, as the API server does before it accepts a rule:
 * conversions, regular expressions, and whether lists and maps hold values of one type.
 */
public final class ConstantCheck {
  private static final Set<String> CONVERSIONS =
      Set.of("bool", "bytes", "double", "duration", "int", "string", "timestamp", "uint");

  private final Checked checked;
  private final List<CelFault> faults;

  private int formats;

  private ConstantCheck(Checked checked, List<CelFault> faults) {
    this.checked = checked;
    this.faults = faults;
  }

  public static void check(Expr expr, Checked checked, List<CelFault> faults) {
    new ConstantCheck(checked, faults).visit(expr);
  }

  private void visit(Expr expr) {
    if (expr instanceof Expr.Select select) {
      visit(select.operand());
    } else if (expr instanceof Expr.Call call) {
      call(call);
    } else if (expr instanceof Expr.ListOf list) {
      list(list);
    } else if (expr instanceof Expr.MapOf map) {
      map(map);
    } else if (expr instanceof Expr.Message message) {
      message.fields().forEach(field -> visit(field.value()));
    } else if (expr instanceof Expr.Fold fold) {
      List.of(fold.range(), fold.start(), fold.condition(), fold.step(), fold.result())
          .forEach(this::visit);
    }
  }

  private void call(Expr.Call call) {
    String function = checked.meaning(call).name();
    boolean formats = function.equals("format");
    this.formats += formats ? 1 : 0;
    if (call.target() != null && !checked.meaning(call).qualified()) {
      visit(call.target());
    }
    call.args().forEach(this::visit);
    this.formats -= formats ? 1 : 0;
    switch (function) {
      case "format" -> FormatCheck.check(call, checked, faults);
      case "matches" -> {
        regex(call.args().get(0));
        regex(call.args().get(call.args().size() - 1));
      }
      case "find", "findAll" -> regex(call.args().get(0));
      default -> constant(call);
    }
  }

  private void regex(Expr pattern) {
    if (pattern instanceof Expr.Literal literal && literal.value() instanceof String text) {
      Regex.fault(text)
          .map(fault -> new CelFault(pattern.offset(), "no regular expression: " + fault))
          .ifPresent(this::add);
    }
  }

  private void add(CelFault fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** Returns the value of a constant, after the conversions around it. */
  private Optional<Object> constant(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return Optional.of(literal.value() == null ? Conversion.NULL : literal.value());
    }
    if (!(expr instanceof Expr.Call call) || call.target() != null || call.args().size() != 1) {
      return Optional.empty();
    }
    String function = checked.meaning(call).name();
    if (function.equals("dyn")) {
      return constant(call.args().get(0));
    }
    if (!CONVERSIONS.contains(function)) {
      return Optional.empty();
    }
    return constant(call.args().get(0)).flatMap(value -> converted(call, function, value));
  }

  private Optional<Object> converted(Expr.Call call, String function, Object value) {
    Optional<Object> result = Conversion.of(function, value);
    if (result.isEmpty()) {
      add(new CelFault(call.args().get(0).offset(), function + "() cannot convert this"));
    }
    return result;
  }

  private void list(Expr.ListOf list) {
    CelType first = null;
    for (int i = 0; i < list.elements().size(); i++) {
      Expr element = list.elements().get(i);
      visit(element);
      CelType type = present(element, list.optional().contains(i));
      first = first == null ? type : same(element, first, type);
    }
  }

  private void map(Expr.MapOf map) {
    CelType key = null;
    CelType value = null;
    for (Expr.Entry entry : map.entries()) {
      visit(entry.key());
      visit(entry.value());
      CelType keyType = checked.type(entry.key());
      CelType valueType = present(entry.value(), entry.optional());
      key = key == null ? keyType : same(entry.key(), key, keyType);
      value = value == null ? valueType : same(entry.value(), value, valueType);
    }
  }

  private CelType present(Expr expr, boolean optional) {
    CelType type = checked.type(expr);
    return optional ? type.orInside() : type;
  }

  private CelType same(Expr expr, CelType first, CelType type) {
    if (!first.equals(type) && formats == 0) {
      String all = "; dyn() around each value of a list or map hides their types";
      add(new CelFault(expr.offset(), Checker.mismatch(first, type) + all));
    }
    return first;
  }
}
