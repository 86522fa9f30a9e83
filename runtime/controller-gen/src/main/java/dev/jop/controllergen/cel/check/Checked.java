package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.IdentityHashMap;
import java.util.List;

/** What the checker found out about the nodes of an expression. */
public final class Checked {
  private final IdentityHashMap<Expr, CelType> types = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Meaning> meanings = new IdentityHashMap<>();

  /**
   * What a node refers to.
   *
   * @param name the whole name of a variable or of a function
   * @param overloads the signatures of the function that may be meant
   * @param qualified whether the name takes in what stands before a dot
   */
  public record Meaning(String name, List<String> overloads, boolean qualified) {}

  void type(Expr expr, CelType type) {
    types.put(expr, type);
  }

  public CelType type(Expr expr) {
    return types.getOrDefault(expr, CelType.ERROR);
  }

  void meaning(Expr expr, Meaning meaning) {
    meanings.put(expr, meaning);
  }

  public Meaning meaning(Expr expr) {
    return meanings.getOrDefault(expr, new Meaning("", List.of(), false));
  }

  /** Returns whether a variable of that name is used anywhere. */
  public boolean uses(String variable) {
    return meanings.values().stream()
        .anyMatch(meaning -> meaning.overloads().isEmpty() && meaning.name().equals(variable));
  }

  /** Replaces the types by what they have turned out to be. */
  void settle(Bindings bindings) {
    types.replaceAll((expr, type) -> bindings.settled(type));
  }
}
