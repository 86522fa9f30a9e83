package dev.jop.controllergen.corpus;

import dev.jop.controllergen.GenerateOptions;
import dev.jop.controllergen.GenerateRequest;
import dev.jop.controllergen.GenerateResult;
import dev.jop.controllergen.ManifestGenerator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java twins of the Go types in {@code testdata/controller-gen}, and what both tools make of
 * them: texts by the names of their files.
 */
final class Corpus {
  static final Path FOLDER = Path.of("../../testdata/controller-gen");

  private static final Path JAVA = FOLDER.resolve("java/com/example/corpus");
  private static @Nullable SortedMap<String, String> ours;

  private Corpus() {}

  /** What our generator makes of the Java twins. */
  static synchronized SortedMap<String, String> ours() {
    if (ours == null) {
      ours = generate();
    }
    return ours;
  }

  /** What controller-gen made of the Go types when {@code scripts/corpus} ran last. */
  static SortedMap<String, String> theirs() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("expected"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static SortedMap<String, String> generate() {
    GenerateOptions options = GenerateOptions.defaults();
    SortedMap<String, String> texts = new TreeMap<>();
    List<Path> most =
        Stream.of("v1", "optional", "strict", "hidden", "versions", "controller", "webhook")
            .map(JAVA::resolve)
            .toList();
    texts.putAll(generate(most, options.withAllowDangerousTypes(true)));
    texts.putAll(generate(List.of(JAVA.resolve("workload")), options.withMaxDescLen(0)));
    return Collections.unmodifiableSortedMap(texts);
  }

  private static SortedMap<String, String> generate(List<Path> sources, GenerateOptions options) {
    GenerateResult result =
        ManifestGenerator.generate(GenerateRequest.of(sources, classPath()).withOptions(options));
    if (!result.succeeded()) {
      throw new AssertionError(result.diagnostics().toString());
    }
    SortedMap<String, String> texts = new TreeMap<>();
    result.files().forEach((path, text) -> texts.put(Path.of(path).getFileName().toString(), text));
    return texts;
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.endsWith("test-classes"))
        .toList();
  }
}
