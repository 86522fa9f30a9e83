package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.CelType.Kind;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a constant format against the values that it is given. */
final class FormatCheck {
  private static final Pattern CLAUSE = Pattern.compile("%(?:%|(?:\\.(\\d+))?([sdfebxXo])?)");
  private static final Set<Kind> WHOLE = EnumSet.of(Kind.INT, Kind.UINT);
  private static final Map<String, Set<Kind>> KINDS =
      Map.of(
          "s",
          EnumSet.complementOf(EnumSet.of(Kind.OBJECT, Kind.OPAQUE)),
          "d",
          WHOLE,
          "o",
          WHOLE,
          "f",
          EnumSet.of(Kind.DOUBLE, Kind.STRING),
          "e",
          EnumSet.of(Kind.DOUBLE, Kind.STRING),
          "b",
          EnumSet.of(Kind.INT, Kind.UINT, Kind.BOOL),
          "x",
          EnumSet.of(Kind.INT, Kind.UINT, Kind.STRING, Kind.BYTES));

  private final Checked checked;
  private final List<CelFault> faults;

  private FormatCheck(Checked checked, List<CelFault> faults) {
    this.checked = checked;
    this.faults = faults;
  }

  /** Checks a call of {@code format}; nothing can be said if format or values are not constant. */
  static void check(Expr.Call call, Checked checked, List<CelFault> faults) {
    if (call.target() instanceof Expr.Literal format
        && format.value() instanceof String text
        && call.args().get(0) instanceof Expr.ListOf values) {
      new FormatCheck(checked, faults).clauses(format, text, values);
    }
  }

  private void clauses(Expr.Literal format, String text, Expr.ListOf values) {
    Matcher clause = CLAUSE.matcher(text);
    int used = 0;
    while (clause.find()) {
      if (clause.group().equals("%%")) {
        continue;
      }
      if (clause.group(2) == null) {
        fault(
            format, "the format has an unknown clause at '" + text.substring(clause.start()) + "'");
        return;
      }
      if (used == values.elements().size()) {
        fault(format, "the format asks for more than " + used + " values");
        return;
      }
      value(clause.group(2), values.elements().get(used));
      used++;
    }
    if (used < values.elements().size()) {
      fault(values.elements().get(used), "the format asks for no more than " + used + " values");
    }
  }

  private void value(String clause, Expr value) {
    CelType type = checked.type(value);
    Set<Kind> kinds = KINDS.getOrDefault(clause.equals("X") ? "x" : clause, Set.of());
    if (!type.isDyn() && !kinds.contains(type.kind())) {
      fault(value, "%" + clause + " cannot show a value of type " + type);
    } else if (clause.equals("s") && value instanceof Expr.ListOf list) {
      list.elements().forEach(element -> value(clause, element));
    } else if (clause.equals("s") && value instanceof Expr.MapOf map) {
      map.entries()
          .forEach(
              entry -> {
                value(clause, entry.key());
                value(clause, entry.value());
              });
    }
  }

  private void fault(Expr at, String message) {
    faults.add(new CelFault(at.offset(), message));
  }
}
