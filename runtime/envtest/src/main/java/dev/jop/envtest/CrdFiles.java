package dev.jop.envtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads definitions from YAML and JSON files; other kinds in them are passed over. */
final class CrdFiles {
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private CrdFiles() {}

  /**
   * Reads files, and those directly in folders in the order of their names; the last of two of one
   * name counts.
   */
  static List<CrdManifest> read(List<Path> filesOrFolders, CrdOptions options) {
    Map<String, CrdManifest> manifests = new LinkedHashMap<>();
    for (Path path : filesOrFolders) {
      if (Files.exists(path)) {
        files(path)
            .forEach(
                file -> read(file).forEach(manifest -> manifests.put(manifest.name(), manifest)));
      } else if (options.errorIfPathMissing()) {
        throw new EnvironmentException(
            "no custom resource definitions at " + path + ": it doesn't exist");
      }
    }
    return List.copyOf(manifests.values());
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(CrdFiles::isManifest).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new EnvironmentException("can't list " + path + ": " + e.getMessage(), e);
    }
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static List<CrdManifest> read(Path file) {
    List<CrdManifest> manifests = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = MAPPER.readerFor(JsonNode.class).readValues(file)) {
      while (documents.hasNextValue()) {
        if (documents.nextValue() instanceof ObjectNode tree
            && tree.path("kind").asString("").equals("CustomResourceDefinition")
            && tree.path("apiVersion").asString("").startsWith("apiextensions.k8s.io/")) {
          manifests.add(new CrdManifest(tree, file.toString()));
        }
      }
      return manifests;
    } catch (JacksonException e) {
      throw new EnvironmentException(
          "can't read " + file + " as YAML: " + e.getOriginalMessage(), e);
    }
  }
}
