package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.check.Checked;
import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.cel.syntax.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what an expression can cost, in the API server's units, before anything is evaluated.
 *
 * <p>The server refuses a rule for what it may cost at most, so every quirk of its estimator is
 * part of the contract (cel-go's {@code checker/cost.go}).
 */
public final class CostEstimator {
  private static final Estimate LIST = Estimate.of(10);
  private static final Estimate MAP = Estimate.of(30);
  private static final Estimate MESSAGE = Estimate.of(40);

  private final Checked checked;
  private final Sizes sizes;
  private final CallCosts calls;

  private CostEstimator(Checked checked, DeclType self) {
    this.checked = checked;
    this.sizes = new Sizes(checked, self);
    this.calls = new CallCosts(sizes);
  }

  /** Returns what an expression without faults can cost. */
  public static Estimate estimate(Expr expr, Checked checked, DeclType self) {
    return new CostEstimator(checked, self).cost(expr);
  }

  private Estimate cost(Expr expr) {
    if (expr instanceof Expr.Ident ident) {
      return variable(ident);
    }
    if (expr instanceof Expr.Select select) {
      return select(select);
    }
    if (expr instanceof Expr.Call call) {
      return call(call);
    }
    if (expr instanceof Expr.ListOf list) {
      return list(list);
    }
    if (expr instanceof Expr.MapOf map) {
      return map(map);
    }
    if (expr instanceof Expr.Fold fold) {
      return isBinding(fold) ? binding(fold) : loop(fold);
    }
    if (expr instanceof Expr.Message message) {
      return message.fields().stream()
          .map(field -> cost(field.value()))
          .reduce(MESSAGE, Estimate::plus);
    }
    return Estimate.ZERO;
  }

  private Estimate variable(Expr expr) {
    sizes.noteVariable(expr, checked.meaning(expr).name());
    return Estimate.ONE;
  }

  private Estimate select(Expr.Select select) {
    if (!checked.meaning(select).name().isEmpty()) {
      return variable(select);
    }
    Estimate operand = cost(select.operand());
    if (select.test()) {
      return operand;
    }
    sizes.noteBelow(select, select.operand(), select.field());
    return switch (checked.type(select.operand()).kind()) {
      case MAP, OBJECT -> operand.plus(Estimate.ONE);
      default -> operand;
    };
  }

  private Estimate call(Expr.Call call) {
    if (call.function().equals("dyn") && call.target() == null) {
      Expr arg = call.args().get(0);
      Estimate cost = cost(arg).plus(Estimate.ONE);
      sizes.noteSame(call, arg);
      return cost;
    }
    List<CostedCall.Operand> args = new ArrayList<>();
    for (Expr arg : call.args()) {
      args.add(operand(arg));
    }
    Checked.Meaning meaning = checked.meaning(call);
    CostedCall.Operand target =
        call.target() == null || meaning.qualified() ? null : operand(call.target());
    Estimate cost = Estimate.NOTHING;
    Estimate size = null;
    for (String overload : meaning.overloads()) {
      CostedCall.Price price =
          calls.price(new CostedCall(call, meaning.name(), overload, target, args));
      cost = cost.union(price.cost());
      if (price.size() != null) {
        size = size == null ? price.size() : size.union(price.size());
      }
      if (overload.equals("index_list") || overload.equals("index_map")) {
        Expr container = call.args().get(0);
        size = sizes.entries(container).map(Sizes.Entries::value).orElse(null);
        boolean list = overload.equals("index_list");
        sizes.noteBelow(call, container, list ? "@items" : "@values");
      }
      if (size == null) {
        size = sizes.find(call).orElse(null);
      }
    }
    if (size != null) {
      sizes.noteSize(call, size);
    }
    return target == null ? cost : target.cost().plus(cost);
  }

  private CostedCall.Operand operand(Expr expr) {
    Estimate cost = cost(expr);
    return new CostedCall.Operand(expr, checked.type(expr), sizes.find(expr).orElse(null), cost);
  }

  private Estimate list(Expr.ListOf list) {
    Estimate cost = LIST;
    Estimate element = list.elements().isEmpty() ? Estimate.ZERO : Estimate.NOTHING;
    for (Expr next : list.elements()) {
      cost = cost.plus(cost(next));
      element = element.union(sizes.of(next));
    }
    sizes.noteEntries(list, new Sizes.Entries(true, Estimate.ONE, element));
    return cost;
  }

  private Estimate map(Expr.MapOf map) {
    Estimate cost = MAP;
    Estimate key = map.entries().isEmpty() ? Estimate.ZERO : Estimate.NOTHING;
    Estimate value = key;
    for (Expr.Entry entry : map.entries()) {
      cost = cost.plus(cost(entry.key())).plus(cost(entry.value()));
      key = key.union(sizes.of(entry.key()));
      value = value.union(sizes.of(entry.value()));
    }
    sizes.noteEntries(map, new Sizes.Entries(false, key, value));
    return cost;
  }

  /** Returns whether a loop only gives a value a name. */
  private static boolean isBinding(Expr.Fold fold) {
    return fold.range() instanceof Expr.ListOf list
        && list.elements().isEmpty()
        && fold.condition() instanceof Expr.Literal literal
        && Boolean.FALSE.equals(literal.value())
        && !fold.accumulator().equals(Loop.ACCUMULATOR);
  }

  private Estimate binding(Expr.Fold fold) {
    Estimate cost = cost(fold.range()).plus(cost(fold.start()));
    sizes.bind(fold.accumulator(), fold.start());
    Estimate result = cost(fold.result());
    sizes.unbind(fold.accumulator());
    sizes.noteSame(fold, fold.result());
    return cost.plus(result);
  }

  private Estimate loop(Expr.Fold fold) {
    Estimate cost = cost(fold.range()).plus(cost(fold.start()));
    sizes.bind(fold.accumulator(), fold.start());
    sizes.bindLoop(fold);
    Estimate condition = cost(fold.condition());
    Estimate turn = cost(fold.step()).plus(condition);
    sizes.unbindLoop(fold);
    Estimate result = cost(fold.result());
    sizes.unbind(fold.accumulator());
    Estimate turns = sizes.of(fold.range());
    if (fold.start() instanceof Expr.Literal) {
      sizes.find(fold.start()).ifPresent(size -> sizes.noteSize(fold, size));
    } else {
      sizes.noteSize(fold, turns);
      Optional<Sizes.Entries> entries = sizes.entries(fold.step());
      entries.ifPresent(of -> sizes.noteEntries(fold, of));
    }
    return cost.plus(result).plus(turns.times(turn));
  }
}
