package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import java.util.List;

/**
 * One signature of a function.
 *
 * @param id what cel-go calls it
 * @param member whether the first argument stands before the function's name
 * @param args the types of the arguments
 * @param result the type of the result
 */
record Overload(String id, boolean member, List<CelType> args, CelType result) {

  Overload {
    args = List.copyOf(args);
  }
}
