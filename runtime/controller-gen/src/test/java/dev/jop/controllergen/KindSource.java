package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The source of one kind, {@code Thing}, with the types that it needs.
 *
 * @param folder where it is written
 */
record KindSource(Path folder) {
  /** The line of the file after the imports. */
  static final int FIRST_LINE = 2;

  private static final String IMPORTS =
      "package things; import com.fasterxml.jackson.annotation.*; import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;"
          + " import dev.jop.markers.validation.Optional; import dev.jop.markers.validation.Enum;"
          + " import io.fabric8.kubernetes.api.model.*; import io.fabric8.kubernetes.client.CustomResource;"
          + " import io.fabric8.kubernetes.model.annotation.*; import java.util.List; import java.util.Locale; import java.util.Map;"
          + " import java.util.Set; import java.time.*; import java.time.Duration; import org.jspecify.annotations.Nullable;"
          + " import tools.jackson.databind.JsonNode;\n";
  static final String NAMES = "@Group(\"x.example.com\") @Version(\"v1\")\n";

  /** The schema of the spec, with the types of the source, one of them {@code Spec}. */
  Object spec(String types) {
    return at(YamlTree.schema(definition(types, NAMES, "Void")), "properties", "spec");
  }

  /** The schema of the property that is the record component, in a spec that has no other. */
  Object property(String component) {
    return at(spec("record Spec(" + component + ") {}"), "properties", "a");
  }

  /** The definition of the kind, with the given annotations on it. */
  String definition(String types, String annotations, String status) {
    GenerateResult result = generate(types, annotations, status, GenerateOptions.defaults());
    assertThat(result.diagnostics()).isEmpty();
    return String.join("", result.files().values());
  }

  GenerateResult generate(
      String types, String annotations, String status, GenerateOptions options) {
    try {
      Files.writeString(
          folder.resolve("Thing.java"),
          IMPORTS
              + types
              + "\n"
              + annotations
              + "class Thing extends CustomResource<Spec, "
              + status
              + "> {}\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return ManifestGenerator.generate(
        GenerateRequest.of(List.of(folder), GuestbookSources.classPath()).withOptions(options));
  }

  /** What is wrong with the types of the source. */
  List<ManifestDiagnostic> faults(String types) {
    GenerateResult result = generate(types, NAMES, "Void", GenerateOptions.defaults());
    assertThat(result.files()).isEmpty();
    return result.diagnostics();
  }
}
