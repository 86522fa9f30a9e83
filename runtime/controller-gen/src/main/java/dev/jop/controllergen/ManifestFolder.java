package dev.jop.controllergen;

import dev.jop.controllergen.rbac.RoleGenerator;
import dev.jop.controllergen.webhook.WebhookGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code config} folder of a project. */
record ManifestFolder(Path root) {

  /**
   * Returns the manifests with an empty role if there are no permissions but a role from before,
   * which would grant what nobody asks for any more; and with webhooks alike, since a cluster would
   * go on to ask those that are gone, and refuse what they cannot answer.
   */
  SortedMap<String, String> withEmptied(SortedMap<String, String> files, GenerateOptions options) {
    SortedMap<String, String> all = new TreeMap<>(files);
    if (Files.exists(root.resolve(ManifestLayout.ROLE))) {
      all.putIfAbsent(ManifestLayout.ROLE, RoleGenerator.emptyRole(options.roleName()));
    }
    if (Files.exists(root.resolve(ManifestLayout.WEBHOOKS))) {
      all.putIfAbsent(ManifestLayout.WEBHOOKS, WebhookGenerator.none());
    }
    return all;
  }

  /** Writes the files whose text is new and returns their paths. */
  List<Path> write(Map<String, String> files) {
    List<Path> written = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          Path file = root.resolve(name);
          if (writeIfNew(file, text.getBytes(StandardCharsets.UTF_8))) {
            written.add(file);
          }
        });
    return written;
  }

  /** A reader sees the old text or the new one, never a part. */
  private static boolean writeIfNew(Path file, byte[] text) {
    try {
      if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), text)) {
        return false;
      }
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.write(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
