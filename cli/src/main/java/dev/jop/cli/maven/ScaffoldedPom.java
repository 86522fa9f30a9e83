package dev.jop.cli.maven;

import dev.jop.plugins.scaffold.InitArguments;
import dev.jop.plugins.scaffold.Scaffolder;
import dev.jop.templates.Rendered;
import dev.jop.templates.Templates;
import dev.jop.templates.Versions;
import java.util.List;

/**
 * A pom as this version of jop scaffolds it.
 *
 * <p>Its dependencies are then known: they are libraries that jop itself runs with.
 */
final class ScaffoldedPom {
  private static final String START = "  <properties>";
  private static final List<String> OWN_LINES = List.of("<operator.main>", "<arg>");

  private ScaffoldedPom() {}

  /**
   * Whether all that decides about dependencies is unchanged: everything but the names at its top
   * and the compiler's arguments.
   */
  static boolean isUnchanged(String pom) {
    return !pom.contains("<parent>") && tail(pom).equals(tail(scaffolded()));
  }

  private static List<String> tail(String pom) {
    return pom.substring(Math.max(0, pom.indexOf(START)))
        .lines()
        .filter(line -> OWN_LINES.stream().noneMatch(line::contains))
        .toList();
  }

  private static String scaffolded() {
    Templates templates = new Templates();
    return new Scaffolder(Versions.jop())
        .init(InitArguments.of(InitArguments.DEFAULT_DOMAIN, "any")).scaffolds().stream()
            .flatMap(scaffold -> templates.render(scaffold).stream())
            .filter(Rendered.WholeFile.class::isInstance)
            .map(Rendered.WholeFile.class::cast)
            .filter(file -> file.path().equals(ClassPaths.POM))
            .map(Rendered.WholeFile::text)
            .findFirst()
            .orElseThrow();
  }
}
