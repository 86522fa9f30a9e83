package dev.jop.plugins.scaffold;

import dev.jop.plugins.InvalidArgumentException;
import dev.jop.plugins.naming.DnsNames;
import dev.jop.plugins.naming.JavaNames;

/**
 * The arguments of {@code init}.
 *
 * @param domain the domain of the project's APIs, a DNS subdomain
 * @param projectName the beginning of its objects' names, a DNS label of at most 56 characters
 * @param groupId its Maven group
 * @param artifactId its Maven artifact
 * @param basePackage its base Java package
 * @param owner who holds the copyright, perhaps empty
 * @param license the license of its files
 * @param multigroup whether APIs of several groups may live in it
 */
public record InitArguments(
    String domain,
    String projectName,
    String groupId,
    String artifactId,
    String basePackage,
    String owner,
    License license,
    boolean multigroup) {

  /** The domain when none is given, the same as kubebuilder's. */
  public static final String DEFAULT_DOMAIN = "my.domain";

  /** The namespace is the name and {@code -system}, and no longer than a DNS label. */
  private static final int MAX_PROJECT_NAME = 63 - "-system".length();

  public InitArguments {
    if (!DnsNames.isSubdomain(domain)) {
      throw new InvalidArgumentException(
          "--domain: \""
              + domain
              + "\" is not a DNS name; use lower case words joined by dots, as in example.com");
    }
    if (!DnsNames.isLabel(projectName) || projectName.length() > MAX_PROJECT_NAME) {
      throw new InvalidArgumentException(
          "--project-name: \""
              + projectName
              + "\" is not a DNS label; use at most "
              + MAX_PROJECT_NAME
              + " lower case letters, digits and inner dashes");
    }
    requireMavenId("--group-id", groupId);
    requireMavenId("--artifact-id", artifactId);
    if (!JavaNames.isPackage(basePackage)) {
      throw new InvalidArgumentException(
          "--package: \""
              + basePackage
              + "\" is not a Java package; use lower case words joined by dots, none of them a Java keyword");
    }
    if (owner.chars().anyMatch(Character::isISOControl) || owner.contains("*/")) {
      throw new InvalidArgumentException("--owner: must be one line of plain text");
    }
  }

  /**
   * The arguments for a domain and a name, everything else being derived from them.
   *
   * @throws InvalidArgumentException if one of them is not what it may be
   */
  public static InitArguments of(String domain, String projectName) {
    boolean derivable = DnsNames.isSubdomain(domain) && DnsNames.isLabel(projectName);
    return new InitArguments(
        domain,
        projectName,
        derivable ? JavaNames.reversed(domain) : "",
        projectName,
        derivable ? JavaNames.packageOf(domain, projectName) : "",
        "",
        License.APACHE2,
        false);
  }

  /** The same with another Maven group. */
  public InitArguments withGroupId(String id) {
    return new InitArguments(
        domain, projectName, id, artifactId, basePackage, owner, license, multigroup);
  }

  /** The same with another Maven artifact. */
  public InitArguments withArtifactId(String id) {
    return new InitArguments(
        domain, projectName, groupId, id, basePackage, owner, license, multigroup);
  }

  /** The same with another base package. */
  public InitArguments withBasePackage(String name) {
    return new InitArguments(
        domain, projectName, groupId, artifactId, name, owner, license, multigroup);
  }

  /** The same with a license and, perhaps, its owner. */
  public InitArguments withLicense(License other, String holder) {
    return new InitArguments(
        domain, projectName, groupId, artifactId, basePackage, holder, other, multigroup);
  }

  /** The same, for one group or for several. */
  public InitArguments withMultigroup(boolean several) {
    return new InitArguments(
        domain, projectName, groupId, artifactId, basePackage, owner, license, several);
  }

  private static void requireMavenId(String flag, String id) {
    if (!JavaNames.isMavenId(id)) {
      throw new InvalidArgumentException(
          flag
              + ": \""
              + id
              + "\" is not a Maven id; use letters, digits, dots, dashes and underscores");
    }
  }
}
