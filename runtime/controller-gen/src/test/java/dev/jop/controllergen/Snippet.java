package dev.jop.controllergen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One Java source in a folder.
 *
 * @param folder where it is written
 */
record Snippet(Path folder) {
  private static final String IMPORTS =
      "package snippet; import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*; import static dev.jop.markers.rbac.Verb.*;"
          + " import io.fabric8.kubernetes.api.model.Namespaced;"
          + " import io.fabric8.kubernetes.client.CustomResource; import io.fabric8.kubernetes.model.annotation.*;";

  /** Generates from the lines, of which the first is line 2 of the file. */
  GenerateResult generate(String... lines) {
    try {
      Files.writeString(
          folder.resolve("Thing.java"), IMPORTS + "\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ManifestGenerator.generate(
        GenerateRequest.of(List.of(folder), GuestbookSources.classPath()));
  }
}
