package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestGeneratorTest {
  private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");

  @TempDir Path folder;

  @Test
  void makesTheSameInAnyOrderOfSources() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> sources = Files.list(GuestbookSources.FOLDER)) {
      sources.sorted(Collections.reverseOrder()).forEach(files::add);
    }
    GenerateResult result =
        ManifestGenerator.generate(GenerateRequest.of(files, GuestbookSources.classPath()));
    assertThat(result.files()).isEqualTo(GuestbookSources.manifests());
  }

  @Test
  void makesTheSameWithACompilerInAnotherProcess() {
    GenerateResult result = ManifestGenerator.generate(GuestbookSources.request().withJavac(JAVAC));
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.files()).isEqualTo(GuestbookSources.manifests());
  }

  @Test
  void findsTheSameErrorsAndWarningsWithACompilerInAnotherProcess() throws IOException {
    Path source = folder.resolve("Thing.java");
    Files.writeString(
        source,
        """
        import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;
        import io.fabric8.kubernetes.client.CustomResource;
        import io.fabric8.kubernetes.model.annotation.*;
        @Rbac(
            urls = "/x",
            verbs = {})
        @Rbac(groups = "apps", resources = "things", verbs = Verb.GET)
        @Group("x.example.com") @Version("v1")
        class Thing extends CustomResource<Thing.Spec, Void> {
          @Validation(rule = "self.size > 0 && self.sice < 9")
          @Validation(message = "m", rule = \"""
              self.size > 0
              || self.sice < 9
              \""")
          record Spec(int size) {}
        }
        """);
    GenerateRequest request = GenerateRequest.of(List.of(folder), GuestbookSources.classPath());
    GenerateResult inside = ManifestGenerator.generate(request);
    GenerateResult outside = ManifestGenerator.generate(request.withJavac(JAVAC));
    assertThat(inside.diagnostics()).hasSize(3);
    assertThat(inside.warnings()).hasSize(1);
    assertThat(outside).isEqualTo(inside);
    assertThat(outside.diagnostics())
        .contains(
            new ManifestDiagnostic(
                Optional.of(source),
                10,
                """
                @Validation: self has no field 'sice'; it has size
                    self.size > 0 && self.sice < 9
                                          ^"""));
  }

  @Test
  void findsTheErrorsOfTheCompilerItselfInAnotherProcess() throws IOException {
    Files.writeString(folder.resolve("Thing.java"), "class Thing { Missing missing; }");
    GenerateRequest request = GenerateRequest.of(List.of(folder), GuestbookSources.classPath());
    assertThat(ManifestGenerator.generate(request.withJavac(JAVAC)))
        .isEqualTo(ManifestGenerator.generate(request));
  }

  @Test
  void saysWhatTheProcessorPathLacks() throws IOException {
    Files.writeString(folder.resolve("Thing.java"), "class Thing {}");
    List<Path> lacking =
        GuestbookSources.classPath().stream()
            .filter(path -> !path.getFileName().toString().startsWith("kubernetes-model"))
            .toList();
    assertThat(
            ManifestGenerator.generate(
                    GenerateRequest.of(List.of(folder), GuestbookSources.classPath())
                        .withJavac(JAVAC)
                        .withProcessorPath(lacking))
                .diagnostics())
        .containsExactly(
            new ManifestDiagnostic(
                Optional.empty(),
                0,
                "jop-controller-gen cannot run without io.fabric8.kubernetes.model.annotation.Group:"
                    + " put all that it depends on on the processor path, too"));
  }

  @Test
  void readsTheSourcesOfAModule() throws IOException {
    Files.writeString(
        folder.resolve("module-info.java"), "module things { requires some.unknown.module; }");
    Path things = Files.createDirectory(folder.resolve("things"));
    Files.writeString(
        things.resolve("Thing.java"),
        """
        package things;
        import io.fabric8.kubernetes.client.CustomResource;
        import io.fabric8.kubernetes.model.annotation.*;
        @Group("x.example.com") @Version("v1")
        class Thing extends CustomResource<Other, Void> {}
        """);
    Files.writeString(things.resolve("Other.java"), "package things; record Other(int a) {}");
    GenerateRequest request = GenerateRequest.of(List.of(folder), GuestbookSources.classPath());

    GenerateResult result = ManifestGenerator.generate(request);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.files()).containsOnlyKeys("crd/bases/x.example.com_things.yaml");
    assertThat(ManifestGenerator.generate(request.withJavac(JAVAC))).isEqualTo(result);
  }

  @Test
  void noticesARoleFromBefore() throws IOException {
    Files.writeString(folder.resolve("Thing.java"), "class Thing {}");
    GenerateRequest request =
        GenerateRequest.of(List.of(folder), GuestbookSources.classPath()).withOutputDir(folder);
    assertThat(ManifestGenerator.generate(request).files()).isEmpty();
    Files.createDirectory(folder.resolve("rbac"));
    Files.writeString(folder.resolve("rbac/role.yaml"), "rules: [a]");
    assertThat(ManifestGenerator.generate(request).files())
        .hasEntrySatisfying("rbac/role.yaml", role -> assertThat(role).endsWith("rules: []\n"));
  }

  @Test
  void acceptsFloatsOnlyWhenTold() throws IOException {
    Files.writeString(
        folder.resolve("Thing.java"),
        """
        import io.fabric8.kubernetes.client.CustomResource;
        import io.fabric8.kubernetes.model.annotation.*;
        @Group("x.example.com") @Version("v1")
        class Thing extends CustomResource<Thing.Spec, Void> {
          record Spec(@dev.jop.markers.validation.Minimum(0.5) double share) {}
        }
        """);
    GenerateRequest request = GenerateRequest.of(List.of(folder), GuestbookSources.classPath());
    assertThat(ManifestGenerator.generate(request).succeeded()).isFalse();
    GenerateResult told =
        ManifestGenerator.generate(
            request.withOptions(GenerateOptions.defaults().withAllowDangerousTypes(true)));
    assertThat(told.files().get("crd/bases/x.example.com_things.yaml"))
        .contains("share:\n                minimum: 0.5\n                type: number\n");
  }

  @Test
  void saysWhichSourcesCannotBeRead() {
    GenerateRequest request = GenerateRequest.of(List.of(folder.resolve("none")), List.of());
    assertThatThrownBy(() -> ManifestGenerator.generate(request))
        .isInstanceOf(GenerateException.class)
        .hasMessageContaining("none: does it exist?");
  }

  @Test
  void saysWhatOfTheClassPathCannotBeRead() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    List<Path> classPath = new ArrayList<>(GuestbookSources.request().classPath());
    classPath.add(broken);
    GenerateRequest request = GenerateRequest.of(GuestbookSources.request().sources(), classPath);

    assertThatThrownBy(() -> ManifestGenerator.generate(request))
        .isInstanceOf(GenerateException.class)
        .hasMessageStartingWith("cannot read " + broken + ": ");
  }

  /** As the jar of an application names the libraries beside it. */
  @Test
  void findsClassesInJarsThatAJarNames() throws IOException {
    List<Path> named = new ArrayList<>(GuestbookSources.classPath());
    String jars =
        named.stream()
            .filter(Files::isRegularFile)
            .map(path -> path.toUri().toString())
            .collect(Collectors.joining(" ", "nowhere.jar jar:file:///x!/y ", ""));
    named.removeIf(Files::isRegularFile);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, jars);
    Path jar = folder.resolve("all.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    named.add(jar);

    GenerateResult result =
        ManifestGenerator.generate(GenerateRequest.of(GuestbookSources.request().sources(), named));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.files()).isEqualTo(GuestbookSources.manifests());
  }

  @Test
  void saysWhenThereIsNoCompiler() {
    assertThatThrownBy(() -> JavacLocator.locate(Map.of("PATH", folder.toString())))
        .isInstanceOf(GenerateException.class)
        .hasMessageContaining("install a JDK");
    assertThat(JavacLocator.locate(Map.of("JAVA_HOME", System.getProperty("java.home"))))
        .isEqualTo(JAVAC);
  }
}
