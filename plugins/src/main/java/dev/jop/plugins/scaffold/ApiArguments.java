package dev.jop.plugins.scaffold;

import dev.jop.plugins.InvalidArgumentException;
import dev.jop.plugins.naming.DnsNames;
import dev.jop.plugins.naming.Kinds;
import dev.jop.plugins.naming.Plurals;
import java.util.regex.Pattern;

/**
 * The arguments of {@code create api}.
 *
 * @param group the group without the project's domain; empty for the domain itself
 * @param version the version, such as {@code v1} or {@code v1beta1}
 * @param kind the kind, in CamelCase
 * @param plural the name in paths; empty for the one that the rules make
 * @param namespaced whether its objects live in namespaces
 * @param resource whether to scaffold the types
 * @param controller whether to scaffold the reconciler
 * @param force whether to overwrite what is there
 * @param header the comment at the top of new Java files, perhaps empty
 */
public record ApiArguments(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    boolean resource,
    boolean controller,
    boolean force,
    String header) {
  private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]*((alpha|beta)[1-9][0-9]*)?");

  public ApiArguments {
    if (!group.isEmpty() && !DnsNames.isSubdomain(group)) {
      throw new InvalidArgumentException(
          "--group: \""
              + group
              + "\" is not a DNS name; use lower case letters, digits and dashes, as in webapp");
    }
    if (!VERSION.matcher(version).matches()) {
      throw new InvalidArgumentException(
          "--version: \""
              + version
              + "\" is not an API version; use one like v1, v1beta1 or v2alpha3");
    }
    if (!Kinds.isKind(kind)) {
      throw new InvalidArgumentException(
          "--kind: \""
              + kind
              + "\" is not a kind; use letters and digits in CamelCase, at most 63, as in Guestbook");
    }
    if (Kinds.isTaken(kind)) {
      throw new InvalidArgumentException(
          "--kind: the scaffolded code already uses a type of the name "
              + kind
              + "; use another kind");
    }
    plural = plural.isEmpty() ? Plurals.of(kind) : plural;
    if (!DnsNames.isLabelOfRfc1035(plural)) {
      throw new InvalidArgumentException(
          "--plural: \""
              + plural
              + "\" is not a DNS label; use lower case letters, digits and inner dashes");
    }
    if (!resource && !controller) {
      throw new InvalidArgumentException(
          "--resource and --controller are both false: there is nothing to do; leave one of them true");
    }
  }

  /** A namespaced API with a reconciler. */
  public static ApiArguments of(String group, String version, String kind) {
    return new ApiArguments(group, version, kind, "", true, true, true, false, "");
  }
}
