package dev.jop.controllergen.cel;

import dev.jop.controllergen.cel.check.Checked;
import dev.jop.controllergen.cel.check.Checker;
import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.cel.syntax.Parser;
import dev.jop.controllergen.cel.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the condition under which a webhook is asked about a request.
 *
 * <p>It knows {@code object}, {@code oldObject} and {@code authorizer}, of which nothing is known
 * before, and {@code request}, of which the fields are.
 */
public final class MatchExpression {
  private static final String AUTHORIZER = "authorizer";
  private static final DeclType TEXT = DeclType.simple(CelType.STRING, 0, 2);
  private static final DeclType ANY = DeclType.simple(CelType.DYN, 0, 1);
  private static final DeclType REQUEST = request();

  private MatchExpression() {}

  /** Returns what the API server would refuse in an expression; none if it is right. */
  public static List<CelFault> faults(String expression) {
    Expr expr;
    try {
      expr = Parser.parse(expression);
    } catch (SyntaxException wrong) {
      return List.of(wrong.fault());
    }
    List<CelFault> faults = new ArrayList<>();
    Map<String, CelType> variables =
        Map.of(
            "object",
            CelType.DYN,
            "oldObject",
            CelType.DYN,
            "request",
            REQUEST.type(),
            AUTHORIZER,
            CelType.DYN);
    Checked checked = Checker.check(expr, variables, REQUEST, faults);
    if (checked.uses(AUTHORIZER)) {
      return List.of(); // Its functions are no part of the rules of schemas, and not known here.
    }
    CelType type = checked.type(expr);
    if (faults.isEmpty() && !type.equals(CelType.BOOL) && !type.isDyn()) {
      faults.add(new CelFault(expr.offset(), "must be of type bool, but is of type " + type));
    }
    return List.copyOf(faults);
  }

  private static DeclType request() {
    DeclType kind = object("kind", Map.of("group", TEXT, "version", TEXT, "kind", TEXT));
    DeclType resource =
        object("resource", Map.of("group", TEXT, "version", TEXT, "resource", TEXT));
    DeclType user =
        object(
            "userInfo",
            Map.of(
                "username",
                TEXT,
                "uid",
                TEXT,
                "groups",
                DeclType.listOf(TEXT, 0),
                "extra",
                DeclType.mapOf(DeclType.listOf(TEXT, 0), 0)));
    Map<String, DeclType> fields = new TreeMap<>();
    for (String name :
        List.of("name", "namespace", "operation", "subResource", "requestSubResource")) {
      fields.put(name, TEXT);
    }
    fields.put("kind", kind);
    fields.put("requestKind", kind);
    fields.put("resource", resource);
    fields.put("requestResource", resource);
    fields.put("userInfo", user);
    fields.put("dryRun", DeclType.simple(CelType.BOOL, 0, 4));
    fields.put("options", ANY);
    return object("request", fields);
  }

  private static DeclType object(String name, Map<String, DeclType> fields) {
    return new DeclType(CelType.object(name), fields, null, null, 0, 2);
  }
}
