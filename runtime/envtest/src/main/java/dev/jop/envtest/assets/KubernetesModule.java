package dev.jop.envtest.assets;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Go module around Kubernetes' own, in which its commands can be built. */
final class KubernetesModule {
  /** Keeps the commands among the dependencies. */
  static final String TOOLS =
      """
      //go:build tools

      package tools

      import (
      	_ "k8s.io/kubernetes/cmd/kube-apiserver"
      	_ "k8s.io/kubernetes/cmd/kubectl"
      )
      """;

  private static final Pattern STAGED =
      Pattern.compile("(?m)^\\s*(?:replace\\s+)?(k8s\\.io/\\S+)\\s+=>\\s+\\./staging/");
  private static final Pattern GO = Pattern.compile("(?m)^go \\S+$");

  private KubernetesModule() {}

  /**
   * The module file, from that of Kubernetes: each library in its tree goes to the release of the
   * same number.
   */
  static String goMod(String original, KubernetesVersion version) {
    Matcher go = GO.matcher(original);
    TreeSet<String> staged =
        STAGED
            .matcher(original)
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    StringBuilder text = new StringBuilder("module envtest.jop.dev/kubernetes\n\n");
    text.append(go.find() ? go.group() : "go 1.26").append("\n\n");
    text.append("require k8s.io/kubernetes v").append(version).append("\n\nreplace (\n");
    for (String library : staged) {
      text.append(
          "\t%s => %s v0.%d.%d\n".formatted(library, library, version.minor(), version.patch()));
    }
    return text.append(")\n").toString();
  }

  /** Makes the programs say which version they are. */
  static String linkerFlags(KubernetesVersion version) {
    String variable = " -X k8s.io/component-base/version.";
    return "-s -w"
        + variable
        + "gitVersion=v"
        + version
        + variable
        + "gitMajor="
        + version.major()
        + variable
        + "gitMinor="
        + version.minor();
  }
}
