package dev.jop.controllergen.corpus;

import dev.jop.controllergen.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file in {@code testdata/controller-gen/objects}: specs on both sides of a rule.
 *
 * @param definition the file of the definition, and of the line, without its ending
 * @param number the place of the line in its file
 * @param line the keys {@code given} (what is stored before), {@code accept}, {@code becomes} (what
 *     the accepted spec is read back as), {@code refuse}, {@code because} (a part of the message),
 *     {@code name}, {@code version}, and {@code alike} (false where the Go twin's message is
 *     another)
 */
record ObjectCase(String definition, int number, Map<?, ?> line) {
  private static final Set<String> KEYS =
      Set.of("given", "accept", "becomes", "refuse", "because", "alike", "name", "version");

  ObjectCase {
    if (!KEYS.containsAll(line.keySet())
        || line.containsKey("refuse") != line.containsKey("because")
        || (line.containsKey("becomes") && !line.containsKey("accept"))) {
      throw new AssertionError(definition + " has a line that makes no sense: " + line);
    }
  }

  static Stream<ObjectCase> all() throws IOException {
    List<ObjectCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(Corpus.FOLDER.resolve("objects"))) {
      for (Path file : files.sorted().toList()) {
        String definition = file.getFileName().toString().replace(".yaml", "");
        for (Object line : (List<?>) YamlTree.parse(Files.readString(file))) {
          cases.add(new ObjectCase(definition, cases.size(), (Map<?, ?>) line));
        }
      }
    }
    return cases.stream();
  }

  boolean has(String key) {
    return line.containsKey(key);
  }

  @Nullable Object spec(String key) {
    return line.get(key);
  }

  String because() {
    return String.valueOf(line.get("because"));
  }

  /** Whether the Go twin's message is the same word for word. */
  boolean alike() {
    return !Boolean.FALSE.equals(line.get("alike"));
  }

  /** The name of the object; one that no other line uses if the line does not give it. */
  String name() {
    return line.containsKey("name") ? String.valueOf(line.get("name")) : "line-" + number;
  }

  /** The version to write, if the line does not leave that to the definition. */
  @Nullable String version() {
    return line.containsKey("version") ? String.valueOf(line.get("version")) : null;
  }

  @Override
  public String toString() {
    return definition + " " + line;
  }
}
