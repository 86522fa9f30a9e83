package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.cel.syntax.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which signatures of a function fit the arguments of a call. */
final class OverloadCheck {
  private final Checked checked;
  private final Bindings bindings;
  private final List<CelFault> faults;

  OverloadCheck(Checked checked, Bindings bindings, List<CelFault> faults) {
    this.checked = checked;
    this.bindings = bindings;
    this.faults = faults;
  }

  /** Returns the signatures of a function, whose name may begin with a dot. */
  List<Overload> of(String function) {
    return Functions.overloads(plain(function));
  }

  /**
   * Returns the type of a call's result.
   *
   * @param member whether the first argument stands before the dot
   */
  CelType resolve(Expr.Call call, String function, boolean member, List<CelType> args) {
    List<Overload> all = of(function);
    if (all.isEmpty()) {
      return fault(call.offset(), "there is no function '" + function + "'");
    }
    if (function.equals("_&&_") || function.equals("_||_")) {
      return logic(call, function, args, all.get(0));
    }
    List<String> fitting = new ArrayList<>();
    CelType result = null;
    for (Overload overload : all) {
      CelType found = overload.member() == member ? result(overload, args) : null;
      if (found != null) {
        fitting.add(overload.id());
        result = result == null || found.equals(result) ? found : CelType.DYN;
      }
    }
    if (result == null) {
      return noneFits(call, function, member, args);
    }
    boolean qualified = !member && call.target() != null;
    checked.meaning(call, new Checked.Meaning(plain(function), fitting, qualified));
    return result;
  }

  private CelType logic(Expr.Call call, String function, List<CelType> args, Overload overload) {
    boolean fit = true;
    for (int i = 0; i < args.size(); i++) {
      if (!bindings.fits(args.get(i), CelType.BOOL)) {
        int offset = call.args().get(i).offset();
        fault(offset, Checker.mismatch(CelType.BOOL, bindings.settled(args.get(i))));
        fit = false;
      }
    }
    checked.meaning(call, new Checked.Meaning(function, List.of(overload.id()), false));
    return fit ? CelType.BOOL : CelType.ERROR;
  }

  private @Nullable CelType result(Overload overload, List<CelType> args) {
    Map<String, CelType> fresh = new HashMap<>();
    List<CelType> asked = overload.args().stream().map(arg -> fresh(arg, fresh)).toList();
    CelType result = fresh(overload.result(), fresh);
    return bindings.fit(args, asked) ? bindings.resolved(result) : null;
  }

  /** Returns a type of a signature with parameters that belong to this one call. */
  private CelType fresh(CelType type, Map<String, CelType> parameters) {
    if (type.kind() == CelType.Kind.PARAMETER) {
      return parameters.computeIfAbsent(type.name(), name -> bindings.unknown());
    }
    return type.parameters().isEmpty()
        ? type
        : type.withParameters(
            type.parameters().stream().map(inner -> fresh(inner, parameters)).toList());
  }

  private CelType noneFits(Expr.Call call, String function, boolean member, List<CelType> args) {
    List<String> types = args.stream().map(bindings::settled).map(CelType::toString).toList();
    String given =
        member
            ? types.get(0) + "." + function + arguments(types.subList(1, types.size()))
            : Operators.isOperator(function)
                ? Operators.shown(function, types)
                : function + arguments(types);
    return fault(call.offset(), "there is no " + given);
  }

  private static String arguments(List<String> types) {
    return types.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String plain(String function) {
    return function.startsWith(".") ? function.substring(1) : function;
  }

  private CelType fault(int offset, String message) {
    faults.add(new CelFault(offset, message));
    return CelType.ERROR;
  }
}
