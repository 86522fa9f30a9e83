package dev.jop.plugins.naming;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What the name of a kind may be and what it says. */
public final class Kinds {
  private static final Pattern CAMEL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");

  /**
   * Types that the scaffolded code mentions beside the kind: one of the same name could not be
   * imported.
   */
  private static final Set<String> TAKEN =
      Set.of(
          "AfterEach",
          "BeforeEach",
          "Client",
          "Condition",
          "ConditionBuilder",
          "Context",
          "ControllerBuilder",
          "CustomResource",
          "Default",
          "FieldOwner",
          "Group",
          "Instant",
          "Integer",
          "KubernetesClient",
          "List",
          "ListMapKey",
          "ListType",
          "Long",
          "Main",
          "Manager",
          "ManagerOptions",
          "Namespaced",
          "NullMarked",
          "Nullable",
          "ObjectKey",
          "OperatorSuite",
          "Optional",
          "Override",
          "Plural",
          "PrinterColumn",
          "Rbac",
          "Reconciler",
          "Request",
          "Result",
          "String",
          "Test",
          "Version");

  /** Variables that the scaffolded code has beside that for the object. */
  private static final Set<String> LOCAL =
      Set.of("client", "context", "found", "previous", "request", "sample");

  private Kinds() {}

  /** Whether it is CamelCase, and a DNS label in lower case. */
  public static boolean isKind(String kind) {
    return CAMEL_CASE.matcher(kind).matches() && DnsNames.isLabelOfRfc1035(lower(kind));
  }

  /** Whether the scaffolded code needs the name for something else. */
  public static boolean isTaken(String kind) {
    return TAKEN.contains(kind);
  }

  /** The kind in lower case, which is how it stands in paths and in the names of objects. */
  public static String lower(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }

  /**
   * A kind as a variable: {@code FirstMate} becomes {@code firstMate}, and {@code Class} {@code
   * myClass}.
   */
  public static String variable(String kind) {
    int upper = 0;
    while (upper < kind.length() && Character.isUpperCase(kind.charAt(upper))) {
      upper++;
    }
    int lowered = upper == kind.length() || upper == 1 ? upper : upper - 1;
    String variable = kind.substring(0, lowered).toLowerCase(Locale.ROOT) + kind.substring(lowered);
    return SourceVersion.isKeyword(variable) || LOCAL.contains(variable) ? "my" + kind : variable;
  }
}
