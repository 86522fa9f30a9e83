package dev.jop.controllergen.corpus;

import dev.jop.controllergen.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of {@code testdata/controller-gen/differences.yaml}: where the two tools may differ, and
 * why that is right.
 *
 * <p>In files, paths and values, {@code *} stands for anything within a segment and {@code **} for
 * anything at all.
 */
record KnownDifference(String files, String path, String theirs, String ours, String why) {
  private static final Set<String> KEYS = Set.of("files", "path", "theirs", "ours", "why");

  static List<KnownDifference> read() throws IOException {
    Path file = Corpus.FOLDER.resolve("differences.yaml");
    List<KnownDifference> known = new ArrayList<>();
    for (Object line : (List<?>) YamlTree.parse(Files.readString(file))) {
      Map<?, ?> entry = (Map<?, ?>) line;
      if (!entry.keySet().equals(KEYS)) {
        throw new AssertionError("each difference has " + KEYS + ", but one is " + entry);
      }
      known.add(
          new KnownDifference(
              value(entry, "files"),
              value(entry, "path"),
              value(entry, "theirs"),
              value(entry, "ours"),
              value(entry, "why")));
    }
    return known;
  }

  boolean explains(TreeDifference difference) {
    return matches(files, difference.file())
        && matches(path, difference.path())
        && matches(theirs, difference.theirs())
        && matches(ours, difference.ours());
  }

  private static String value(Map<?, ?> entry, String key) {
    return String.valueOf(Objects.requireNonNull(entry.get(key), key));
  }

  private static boolean matches(String glob, String text) {
    String regex =
        Pattern.quote(glob)
            .replace("**", "\0")
            .replace("*", "\\E[^/]*\\Q")
            .replace("\0", "\\E(?s:.*)\\Q");
    return Pattern.matches(regex, text);
  }
}
