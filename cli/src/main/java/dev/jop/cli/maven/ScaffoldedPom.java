package dev.jop.cli.maven;

import dev.jop.plugins.scaffold.InitArguments;
import dev.jop.plugins.scaffold.Scaffolder;
import dev.jop.templates.Rendered;
import dev.jop.templates.Templates;
import dev.jop.templates.Versions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pom as this version of jop scaffolds it.
 *
 * <p>Its dependencies are then known: they are libraries that jop itself runs with. To render a pom
 * takes longer than all else that a command does before it generates, so what came of it is kept
 * for as long as the jars stay as they are that make it.
 *
 * @param cache where it is kept
 */
record ScaffoldedPom(Path cache) {
  private static final String START = "  <properties>";
  private static final List<String> OWN_LINES = List.of("<operator.main>", "<arg>");

  /**
   * Whether all that decides about dependencies is unchanged: everything but the names at its top
   * and the compiler's arguments.
   */
  boolean isUnchanged(String pom) {
    return !pom.contains("<parent>") && tail(pom).equals(scaffolded());
  }

  private static String tail(String pom) {
    List<String> lines =
        pom.substring(Math.max(0, pom.indexOf(START)))
            .lines()
            .filter(line -> OWN_LINES.stream().noneMatch(line::contains))
            .toList();
    return String.join("\n", lines);
  }

  private String scaffolded() {
    try {
      Optional<String> jars = jars();
      if (jars.isEmpty()) {
        return tail(render());
      }
      UUID key = UUID.nameUUIDFromBytes(jars.get().getBytes(StandardCharsets.UTF_8));
      Path kept = cache.resolve("pom").resolve(key + ".xml");
      if (Files.isRegularFile(kept)) {
        return Files.readString(kept);
      }
      String tail = tail(render());
      Files.createDirectories(kept.getParent());
      Path fresh = Files.createTempFile(kept.getParent(), "pom", ".tmp");
      Files.writeString(fresh, tail);
      Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
      return tail;
    } catch (IOException e) {
      return tail(render()); // Slower, and as good.
    }
  }

  /** What changes with the jars that make the pom; nothing where they are folders of classes. */
  private static Optional<String> jars() throws IOException {
    StringBuilder stamps = new StringBuilder();
    for (Class<?> type : List.of(Templates.class, Scaffolder.class)) {
      Path jar = Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation() + ""));
      if (!Files.isRegularFile(jar)) {
        return Optional.empty();
      }
      stamps.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
    }
    return Optional.of(stamps.toString());
  }

  private static String render() {
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
