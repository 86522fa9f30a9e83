package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor inside an ordinary compilation, found by the compiler itself. */
class ManifestProcessorTest {
  private static final String PERMISSION =
      "import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;"
          + " @Rbac(groups = \"apps\", resources = \"deployments\", verbs = Verb.GET) class Reader {}";
  private static final String KIND =
      "@io.fabric8.kubernetes.model.annotation.Group(\"x.example.com\")"
          + " @io.fabric8.kubernetes.model.annotation.Version(\"v1\")"
          + " class Thing extends io.fabric8.kubernetes.client.CustomResource<Void, Void> {}";

  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void set() {
    config = folder.resolve("config");
  }

  @Test
  void writesTheManifests() throws IOException {
    compile(List.of("-Ajop.output=" + config, "-Ajop.roleName=x-role"), KIND, PERMISSION);
    assertThat(files()).containsExactly("crd/bases/x.example.com_things.yaml", "rbac/role.yaml");
    assertThat(Files.readString(config.resolve("rbac/role.yaml"))).contains("  name: x-role\n");
  }

  @Test
  void onlyChecksWithoutOutput() throws IOException {
    compile(List.of(), KIND, PERMISSION);
    assertThat(config).doesNotExist();
    assertThat(compile(List.of(), "record Spec(double d) {}", KIND.replace("<Void", "<Spec")))
        .contains("double is not written and read alike");
  }

  @Test
  void leavesAloneWhatIsRight() throws IOException {
    List<String> options = List.of("-Ajop.output=" + config);
    compile(options, KIND, PERMISSION);
    Path role = config.resolve("rbac/role.yaml");
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(role, before);
    compile(options, KIND, PERMISSION);
    assertThat(Files.getLastModifiedTime(role)).isEqualTo(before);
  }

  @Test
  void writesNothingWhenSomethingIsWrong() throws IOException {
    String errors =
        compile(
            List.of("-Ajop.output=" + config),
            PERMISSION,
            "record Spec(Missing missing) {}",
            KIND.replace("<Void", "<Spec"));
    assertThat(errors).contains("cannot find symbol");
    assertThat(config).doesNotExist();
  }

  @Test
  void emptiesARoleThatNobodyAsksForAnyMore() throws IOException {
    List<String> options = List.of("-Ajop.output=" + config);
    compile(options, KIND, PERMISSION);
    compile(options, KIND);
    assertThat(Files.readString(config.resolve("rbac/role.yaml"))).endsWith("rules: []\n");
  }

  @Test
  void leavesTheManifestsAloneInACompilationOfOtherSources() throws IOException {
    List<String> options = List.of("-Ajop.output=" + config);
    compile(options, PERMISSION);
    String before = Files.readString(config.resolve("rbac/role.yaml"));
    compile(options, "class SomeTest {}");
    assertThat(Files.readString(config.resolve("rbac/role.yaml"))).isEqualTo(before);
  }

  @Test
  void takesCompiledTypesInACheckButNotForManifests() throws IOException {
    compile(List.of(), "class Spec { public int size; }");
    String kind = KIND.replace("<Void", "<Spec");
    assertThat(compile(List.of(), kind)).isEmpty();
    assertThat(compile(List.of("-Ajop.output=" + config), kind))
        .contains("Spec is there as a class file only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Missing class Other {}",
        "class Other { @Missing public int a; }",
        "class Other { public java.util.List<@Missing String> a; }",
        "record Other(@Missing int a) {}",
        "class Other implements Missing {}",
        "class Other { static class Inner extends Missing {} }"
      })
  void writesNothingWhereTheCompilerDoesNotKnowAName(String source) throws IOException {
    assertThat(compile(List.of("-Ajop.output=" + config), KIND, source))
        .contains("error: cannot find symbol", "class Missing", "1 error");
    assertThat(config).doesNotExist();
  }

  @Test
  void writesWhatBodiesThatDoNotCompileDoNotMatterTo() throws IOException {
    String body = "class Other { void a() { @Missing int b = 1; @Missing class C {} } }";
    assertThat(compile(List.of("-Ajop.output=" + config), KIND, body))
        .contains("error: cannot find symbol");
    assertThat(files()).containsExactly("crd/bases/x.example.com_things.yaml");
  }

  @Test
  void saysWhichOptionIsWrong() throws IOException {
    assertThat(compile(List.of("-Ajop.maxDescLen=many"), KIND))
        .contains("error: -Ajop.maxDescLen=many is no length");
    assertThat(compile(List.of("-Ajop.roleName="), KIND))
        .contains("error: -Ajop.roleName= names no role");
  }

  @Test
  void saysWhenAFolderCannotBeWritten() throws IOException {
    Files.writeString(config, "a file");
    assertThat(compile(List.of("-Ajop.output=" + config), KIND))
        .contains("cannot write the manifests into " + config);
  }

  /** Compiles sources, each into a file of its own, and returns what the compiler printed. */
  private String compile(List<String> options, String... sources) throws IOException {
    Path work = Files.createTempDirectory(folder, "work");
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      Path file = work.resolve("Source" + files.size() + ".java");
      files.add(Files.writeString(file, source));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    String classPath =
        Stream.concat(Stream.of(classes), GuestbookSources.classPath().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-d", classes.toString(), "-classpath", classPath));
    arguments.addAll(List.of("-processor", ManifestProcessor.class.getName()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ENGLISH, null)) {
      compiler
          .getTask(out, manager, null, arguments, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return out.toString();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> below = Files.walk(config)) {
      return below
          .filter(Files::isRegularFile)
          .map(file -> config.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
