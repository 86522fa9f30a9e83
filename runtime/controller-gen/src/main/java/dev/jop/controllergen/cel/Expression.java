package dev.jop.controllergen.cel;

import dev.jop.controllergen.cel.check.Checked;
import dev.jop.controllergen.cel.check.Checker;
import dev.jop.controllergen.cel.check.ConstantCheck;
import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.cost.CostEstimator;
import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.cel.syntax.Parser;
import dev.jop.controllergen.cel.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An expression after all checks.
 *
 * @param faults what is wrong with it; none if it is right
 * @param cost the most that it can cost; 0 if it is wrong
 * @param usesOldSelf whether it speaks of the old value
 */
record Expression(List<CelFault> faults, long cost, boolean usesOldSelf) {

  /**
   * Checks an expression.
   *
   * @param self the type of the value that it is about
   * @param optionalOldSelf whether there may be no old value
   * @param result the type that it must have
   */
  static Expression check(String text, DeclType self, boolean optionalOldSelf, CelType result) {
    Expr expr;
    try {
      expr = Parser.parse(text);
    } catch (SyntaxException wrong) {
      return new Expression(List.of(wrong.fault()), 0, false);
    }
    List<CelFault> faults = new ArrayList<>();
    CelType old = optionalOldSelf ? CelType.optional(self.type()) : self.type();
    Checked checked =
        Checker.check(expr, Map.of("self", self.type(), "oldSelf", old), self, faults);
    if (faults.isEmpty()) {
      ConstantCheck.check(expr, checked, faults);
    }
    CelType type = checked.type(expr);
    if (faults.isEmpty() && !type.equals(result)) {
      faults.add(
          new CelFault(expr.offset(), "must be of type " + result + ", but is of type " + type));
    }
    long cost = faults.isEmpty() ? CostEstimator.estimate(expr, checked, self).max() : 0;
    return new Expression(List.copyOf(faults), cost, checked.uses("oldSelf"));
  }
}
