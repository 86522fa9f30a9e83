package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sees which class was found by a constant in it, which becomes the default of a property. */
class ClassPathManagerTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    source("pens.Pen.Tip.DEFAULT");
  }

  private void source(String constant) throws IOException {
    Files.writeString(
        folder.resolve("Thing.java"),
        """
        import io.fabric8.kubernetes.client.CustomResource;
        import io.fabric8.kubernetes.model.annotation.*;
        @Group("x.example.com") @Version("v1")
        class Thing extends CustomResource<Thing.Spec, Void> {
          record Spec(@dev.jop.markers.validation.Default(%s) String pen) {}
        }
        """
            .formatted(constant));
  }

  @Test
  void takesTheFirstOfTwoClassesWithOneName() throws IOException {
    Path jar = jar("jar.jar", classes("jar"), "");
    Path other = jar("other.jar", classes("other"), "");
    Path classes = classes("folder");

    assertThat(found(jar, other, classes)).isEqualTo("jar");
    assertThat(found(other, jar, classes)).isEqualTo("other");
    assertThat(found(classes, jar)).isEqualTo("folder");
  }

  @Test
  void takesAJarThatAnotherNamesBeforeTheNextOne() throws IOException {
    Path named = jar("named.jar", classes("named"), "");
    Path next = jar("next.jar", classes("next"), "");
    Path naming = jar("naming.jar", Files.createDirectory(folder.resolve("no")), "named.jar");

    assertThat(found(naming, next, named)).isEqualTo("named");
    assertThat(found(named, naming, next)).isEqualTo("named");
    assertThat(found(next, naming)).isEqualTo("next");
  }

  @Test
  void readsJarsThatNameEachOther() throws IOException {
    Path one = jar("one.jar", Files.createDirectory(folder.resolve("no")), "other.jar one.jar");
    jar("other.jar", classes("other"), "one.jar");

    assertThat(found(one)).isEqualTo("other");
  }

  @Test
  void readsJarsInFoldersWithSpacesAndLetters() throws IOException {
    Files.createDirectory(folder.resolve("größe #1 %20"));
    Path naming = jar("größe #1 %20/naming.jar", classes("x y"), "pen%20s.jar");

    assertThat(found(naming)).isEqualTo("x y");
    Path empty =
        jar("größe #1 %20/empty.jar", Files.createDirectory(folder.resolve("no")), "pen%20s.jar");
    jar("größe #1 %20/pen s.jar", classes("named"), "");
    assertThat(found(empty)).isEqualTo("named");
  }

  @Test
  void findsTheClassesWithoutAPackage() throws IOException {
    source("Pencil.DEFAULT");
    Path jar = jar("jar.jar", classes("jar"), "");

    assertThat(found(jar)).isEqualTo("jar");
  }

  /** As the compiler does, with a warning. */
  @Test
  void passesOverFilesThatAreCalledNoJar() throws IOException {
    Path library = Files.writeString(folder.resolve("library.so"), "no jar");
    Path jar = jar("jar.jar", classes("jar"), "library.so");

    assertThat(found(library, jar, folder.resolve("missing.jar"))).isEqualTo("jar");
  }

  private String found(Path... classPath) {
    List<Path> all = new ArrayList<>(List.of(classPath));
    all.addAll(GuestbookSources.classPath());
    GenerateResult result =
        ManifestGenerator.generate(GenerateRequest.of(List.of(folder.resolve("Thing.java")), all));
    assertThat(result.diagnostics()).isEmpty();
    return Objects.requireNonNull(result.files().get("crd/bases/x.example.com_things.yaml"))
        .lines()
        .filter(line -> line.strip().startsWith("default: "))
        .map(line -> line.strip().substring("default: ".length()))
        .collect(Collectors.joining());
  }

  /** A folder of classes whose constants have this value. */
  private Path classes(String value) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes of " + value));
    String constant = "public static final String DEFAULT = \"" + value + "\";";
    Path pen =
        Files.writeString(
            classes.resolve("Pen.java"),
            "package pens; public class Pen { public static class Tip { " + constant + " } }");
    Path pencil =
        Files.writeString(
            classes.resolve("Pencil.java"), "public class Pencil { " + constant + " }");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), pen.toString(), pencil.toString());
    assertThat(code).isZero();
    Files.delete(pen);
    Files.delete(pencil);
    return classes;
  }

  private Path jar(String name, Path classes, String named) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, named);
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
