package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Descriptions;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.type.SchemaReader;
import dev.jop.controllergen.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** Makes one CustomResourceDefinition of all classes that are versions of the same kind. */
public final class CrdGenerator {
  private final Sources sources;
  private final SchemaReader schemas;
  private final String generatorVersion;
  private final OptionalInt maxDescLen;

  /**
   * Creates a generator.
   *
   * @param generatorVersion the version of this program, which the manifests name
   * @param maxDescLen how long a description may be; 0 for none at all
   */
  public CrdGenerator(
      Sources sources, SchemaReader schemas, String generatorVersion, OptionalInt maxDescLen) {
    this.sources = sources;
    this.schemas = schemas;
    this.generatorVersion = generatorVersion;
    this.maxDescLen = maxDescLen;
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
          versions.sort(Comparator.comparing(kind -> kind.version().name()));
          check(versions);
          ApprovalCheck.check(versions, sources.problems());
          versions.forEach(version -> CelCheck.check(version, sources.problems()));
          Map<String, Object> definition = tree(versions);
          SizeCheck.check(definition, versions.get(0).element(), sources.problems());
          files.put(file, YamlWriter.write(definition));
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
                    + ", which has the same plural, but has "
                    + String.join("; ", kind.names().differencesFrom(first.names())));
      }
      if (kind.version().name().equals(versions.get(i - 1).version().name())) {
        sources
            .problems()
            .error(
                kind.element(),
                "the version "
                    + kind.version().name()
                    + " is also declared by "
                    + versions.get(i - 1).element());
      }
    }
    List<String> stored =
        versions.stream()
            .map(Kind::version)
            .filter(Kind.Version::storage)
            .map(Kind.Version::name)
            .toList();
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
    if (versions.stream().noneMatch(kind -> kind.version().served())) {
      sources
          .problems()
          .error(first.element(), "no version of " + first.names().kind() + " is served");
    }
  }

  private Map<String, Object> tree(List<Kind> versions) {
    KindNames names = versions.get(0).names();
    Map<String, Object> spec = new TreeMap<>();
    spec.put("group", names.group());
    spec.put("names", names.toTree());
    spec.put("scope", names.scope());
    spec.put("versions", versions.stream().map(this::versionTree).toList());
    conversion(versions).ifPresent(conversion -> spec.put("conversion", conversion.toTree()));
    return Map.of(
        "apiVersion",
        "apiextensions.k8s.io/v1",
        "kind",
        "CustomResourceDefinition",
        "metadata",
        metadata(versions),
        "spec",
        spec);
  }

  private Map<String, Object> versionTree(Kind kind) {
    Schema schema =
        maxDescLen.isPresent()
            ? Descriptions.shortened(kind.schema(), maxDescLen.getAsInt())
            : kind.schema();
    return kind.withSchema(schema).versionTree();
  }

  private Map<String, Object> metadata(List<Kind> versions) {
    Map<String, Object> annotations = new TreeMap<>();
    Map<String, Object> labels = new TreeMap<>();
    annotations.put("controller-gen.jop.dev/version", generatorVersion);
    for (Kind kind : versions) {
      kind.metadata().annotations().forEach((name, value) -> add(annotations, name, value, kind));
      kind.metadata().labels().forEach((name, value) -> add(labels, name, value, kind));
    }
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("annotations", annotations);
    metadata.put("name", versions.get(0).names().crdName());
    if (!labels.isEmpty()) {
      metadata.put("labels", labels);
    }
    return metadata;
  }

  private void add(Map<String, Object> entries, String name, String value, Kind kind) {
    Object before = entries.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      sources
          .problems()
          .error(
              kind.element(),
              "the definition cannot have both "
                  + name
                  + "="
                  + before
                  + " and "
                  + name
                  + "="
                  + value);
    }
  }

  private Optional<Conversion> conversion(List<Kind> versions) {
    List<Kind> named = versions.stream().filter(kind -> kind.conversion().isPresent()).toList();
    for (Kind kind : named) {
      if (!kind.conversion().equals(named.get(0).conversion())) {
        sources
            .problems()
            .error(
                kind.element(),
                "must have the same @ConversionWebhook as " + named.get(0).element() + ", or none");
      }
    }
    return named.isEmpty() ? Optional.empty() : named.get(0).conversion();
  }
}
