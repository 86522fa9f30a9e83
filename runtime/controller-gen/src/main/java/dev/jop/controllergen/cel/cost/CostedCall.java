package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with what is known of its operands.
 *
 * @param expr the call
 * @param function the whole name of the function
 * @param overload the signature in question
 * @param target what stands before the dot, null if nothing does
 * @param args the arguments
 */
record CostedCall(
    Expr expr, String function, String overload, @Nullable Operand target, List<Operand> args) {

  /**
   * A value that a function is given.
   *
   * @param known its size, null if nothing is known of it
   * @param cost what it costs to get the value
   */
  record Operand(Expr expr, CelType type, @Nullable Estimate known, Estimate cost) {

    Estimate size() {
      return known == null ? Estimate.UNKNOWN : known;
    }
  }

  /**
   * What a call costs beside its operands.
   *
   * @param size the size of the result, null if nothing is known of it
   */
  record Price(Estimate cost, @Nullable Estimate size) {

    static Price of(Estimate cost) {
      return new Price(cost, null);
    }
  }

  Operand arg(int index) {
    return args.get(index);
  }
}
