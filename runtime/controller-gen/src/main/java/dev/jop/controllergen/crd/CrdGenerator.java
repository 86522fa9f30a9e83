package dev.jop.controllergen.crd;

import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.type.SchemaReader;
import dev.jop.controllergen.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** Makes one CustomResourceDefinition of all classes that are versions of the same kind. */
public final class CrdGenerator {
  private final Sources sources;
  private final SchemaReader schemas;
  private final String generatorVersion;

  /**
   * Creates a generator.
   *
   * @param generatorVersion the version of this program, which the manifests name
   */
  public CrdGenerator(Sources sources, SchemaReader schemas, String generatorVersion) {
    this.sources = sources;
    this.schemas = schemas;
    this.generatorVersion = generatorVersion;
  }

  /**
   * Returns the manifests by file name; what is wrong is reported, and then they are incomplete.
   */
  public SortedMap<String, String> generate(Collection<TypeElement> types) {
    KindReader reader = new KindReader(sources, schemas);
    SortedMap<String, List<Kind>> byFile = new TreeMap<>();
    for (TypeElement type : types) {
      reader
          .read(type)
          .ifPresent(
              kind ->
                  byFile
                      .computeIfAbsent(
                          kind.names().group() + "_" + kind.names().plural() + ".yaml",
                          file -> new ArrayList<>())
                      .add(kind));
    }
    SortedMap<String, String> files = new TreeMap<>();
    byFile.forEach(
        (file, versions) -> {
          versions.sort(Comparator.comparing(Kind::version));
          check(versions);
          files.put(file, YamlWriter.write(tree(versions)));
        });
    return files;
  }

  private void check(List<Kind> versions) {
    Kind first = versions.get(0);
    for (int i = 1; i < versions.size(); i++) {
      Kind kind = versions.get(i);
      if (!kind.names().equals(first.names())) {
        sources
            .problems()
            .error(
                kind.element(),
                "must have the same names and scope as "
                    + first.element()
                    + ", which has the same plural");
      }
      if (kind.version().equals(versions.get(i - 1).version())) {
        sources
            .problems()
            .error(
                kind.element(),
                "the version "
                    + kind.version()
                    + " is also declared by "
                    + versions.get(i - 1).element());
      }
    }
    List<String> stored = versions.stream().filter(Kind::storage).map(Kind::version).toList();
    if (stored.size() != 1) {
      sources
          .problems()
          .error(
              versions.get(versions.size() - 1).element(),
              "exactly one version of "
                  + first.names().kind()
                  + " must be stored, but these are: "
                  + stored
                  + "; set storage in @Version");
    }
    if (versions.stream().noneMatch(Kind::served)) {
      sources
          .problems()
          .error(first.element(), "no version of " + first.names().kind() + " is served");
    }
  }

  private Map<String, Object> tree(List<Kind> versions) {
    KindNames names = versions.get(0).names();
    return Map.of(
        "apiVersion",
        "apiextensions.k8s.io/v1",
        "kind",
        "CustomResourceDefinition",
        "metadata",
        Map.of(
            "annotations",
            Map.of("controller-gen.jop.dev/version", generatorVersion),
            "name",
            names.crdName()),
        "spec",
        Map.of(
            "group",
            names.group(),
            "names",
            names.toTree(),
            "scope",
            names.namespaced() ? "Namespaced" : "Cluster",
            "versions",
            versions.stream().map(Kind::versionTree).toList()));
  }
}
