package dev.jop.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.cli.change.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeManifestsTest {
  private static final String SPEC =
      "src/main/java/com/example/guestbook/api/v1/GuestbookSpec.java";
  private static final String RECONCILER =
      "src/main/java/com/example/guestbook/controller/GuestbookReconciler.java";
  private static final String CRD = "config/crd/bases/webapp.example.com_guestbooks.yaml";

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeProject() throws IOException {
    folder = Files.createDirectory(temporary.resolve("guestbook"));
    jop("init --domain example.com");
    jop("create api --group webapp --version v1 --kind Guestbook");
  }

  @Test
  void checksThatTheManifestsAreAsTheSourcesSay() throws IOException {
    assertThat(jop("make manifests --check").code()).isZero();
    replace(SPEC, "1024", "2048");
    replace(RECONCILER, "CREATE, ", "");
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = jop("make manifests --check");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "error: "
                + CRD
                + ", config/rbac/role.yaml not as the sources say; run jop make manifests\n");
    assertThat(run.out()).contains("update  " + CRD);
    assertThat(Snapshot.of(folder)).isEqualTo(before);
    assertThat(jop("make manifests").code()).isZero();
    assertThat(jop("make manifests --check").code()).isZero();
  }

  @Test
  void writesTheManifestsToTheStandardOutput() throws IOException {
    replace(SPEC, "1024", "2048");
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = jop("make manifests --stdout");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("---\napiVersion: apiextensions.k8s.io/v1\n")
        .contains("maxLength: 2048")
        .contains("\n---\napiVersion: rbac.authorization.k8s.io/v1\n");
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @Test
  void comparesWithAFolderAndAFile() throws IOException {
    Path release = Files.createDirectory(temporary.resolve("release"));
    Files.copy(folder.resolve(CRD), release.resolve("crds.yaml"));
    replace(SPEC, "1024", "100");
    SortedMap<String, String> before = Snapshot.of(folder);

    for (String name : List.of("../release", "../release/crds.yaml")) {
      CommandRun run = jop("make manifests --compare-with " + name);

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              """
              breaking: Guestbook/v1:spec.message: maxLength was 1024 and is 100; leave it as wide as it was
              error: one change breaks objects or clients of %s; nothing was written
              """
                  .formatted(name));
      assertThat(Snapshot.of(folder)).isEqualTo(before);
    }
  }

  @Test
  void letsABreakPassThatIsMeant() throws IOException {
    Files.copy(folder.resolve(CRD), temporary.resolve("crds.yaml"));
    replace(SPEC, "1024", "100");

    CommandRun run =
        jop(
            "make manifests --compare-with ../crds.yaml --accept Guestbook/v1:spec.message"
                + " --accept Guestbook/v1:spec.other");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith("accepted: Guestbook/v1:spec.message: ")
        .endsWith("warning: nothing breaks at Guestbook/v1:spec.other; leave out --accept\n");
    assertThat(folder.resolve(CRD)).content().contains("maxLength: 100\n");
  }

  @Test
  void comparesWithAGitRevisionOfAProjectBelowTheRepository() throws Exception {
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a");
    git("tag", "v1.0.0");
    assertThat(jop("make manifests --check --compare-with v1.0.0").code()).isZero();
    replace(SPEC, "@Default(\"Hello\") @MaxLength(1024) String message", "int message");

    CommandRun run = jop("make manifests --compare-with v1.0.0");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("breaking: Guestbook/v1:spec.message: the type was string and is integer;");
  }

  @Test
  void comparesWithNothingElse() throws Exception {
    assertThat(jop("make manifests --compare-with nowhere").err())
        .startsWith("error: there is no folder or file nowhere, and git has no such revision: ");
    git("init", "-q");
    assertThat(jop("make manifests --compare-with v9").err())
        .startsWith("error: there is no folder or file v9, and git has no such revision: ");
    assertThat(jop("make manifests --compare-with config/rbac").err())
        .isEqualTo("error: there are no definitions of kinds in config/rbac to compare with\n");
    assertThat(jop("make manifests --compare-with=-x").err())
        .isEqualTo("error: \"-x\" is no git revision\n");
  }

  @Test
  void tellsEachErrorInTheSourcesInALine() throws IOException {
    replace(SPEC, "@MaxLength(1024)", "@MaxLength(-1) @Pattern(\"[\")");
    replace(
        SPEC,
        "import dev.jop.markers.validation.MaxLength;",
        "import dev.jop.markers.validation.*;");
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = jop("make manifests");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("error: " + SPEC + ":").contains("@MaxLength: "),
            next -> assertThat(next).startsWith("error: " + SPEC + ":").contains("@Pattern: "),
            last ->
                assertThat(last)
                    .isEqualTo("error: cannot generate manifests: the sources have 2 errors"));
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @Test
  void namesInOneLineWhatTheCompilerDoesNotKnow() throws IOException {
    replace(SPEC, "@MaxLength(1024)", "@MaxLenght(1024)");

    assertThat(jop("make manifests").err())
        .startsWith("error: cannot generate manifests: " + SPEC + ":")
        .endsWith(
            ": cannot find symbol: class MaxLenght, in class com.example.guestbook.api.v1.GuestbookSpec\n");
  }

  @Test
  void showsWhereInARuleTheFaultIs() throws IOException {
    replace(
        SPEC,
        "@MaxLength(1024)",
        "@dev.jop.markers.validation.Validation(rule = \"self.size() > 'a'\") @MaxLength(1024)");

    assertThat(jop("make manifests").err())
        .matches(
            "error: "
                + SPEC
                + """
                :\\d+: @Validation: there is no int > string
                  self\\.size\\(\\) > 'a'
                              \\^
                error: cannot generate manifests: the sources have an error
                """);
  }

  @Test
  void comparesWithNoReleaseThatHasNoName() {
    assertThat(CommandRun.of(folder, "make", "manifests", "--compare-with", ""))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).startsWith("error: --compare-with names nothing; ");
            });
  }

  @Test
  void comparesWithNoFileThatIsNoText() throws IOException {
    Files.write(folder.resolve("crds.yaml"), new byte[] {(byte) 0xff, 0});

    assertThat(jop("make manifests --compare-with crds.yaml").err())
        .startsWith("error: ")
        .endsWith("crds.yaml is not a text in UTF-8\n");
  }

  @Test
  void refusesOptionsThatContradict() {
    assertThat(jop("make manifests --stdout --check").code()).isEqualTo(2);
    assertThat(jop("make manifests --stdout --diff").err())
        .startsWith("error: --stdout goes with no option that is about files");
    assertThat(jop("make manifests --accept a").err()).startsWith("error: --accept needs");
  }

  @Test
  void tellsWhatIsDoubtful() throws IOException {
    replace(RECONCILER, "guestbooks/finalizers", "guestbooks/foo");

    CommandRun run = jop("make manifests");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "warning: "
                + RECONCILER
                + ":41: @Rbac: there is no resource \"guestbooks/foo\""
                + " in webapp.example.com\n");
  }

  @Test
  void usesTheOptionsThatThePomGivesTheCompiler() throws IOException {
    replace(
        "pom.xml",
        "            <arg>-Ajop.output=",
        "            <arg>-Ajop.roleName=my-role</arg>\n            <arg>-Ajop.output=");

    assertThat(jop("make manifests --stdout").out()).contains("  name: my-role\n");
  }

  @Test
  void takesTheOptionsOfItsCommandLineBeforeThoseOfThePom() throws IOException {
    replace(
        "pom.xml",
        "            <arg>-Ajop.output=",
        "            <arg>-Ajop.roleName=my-role</arg>\n            <arg>-Ajop.output=");
    replace(
        SPEC,
        "record GuestbookSpec(",
        "record GuestbookSpec(io.fabric8.kubernetes.api.model.PodTemplateSpec template, double share, ");
    assertThat(jop("make manifests").err()).contains("double is not written and read alike");

    String out =
        jop("make manifests --stdout --role-name other-role --max-desc-len 0"
                + " --generate-embedded-object-meta --allow-dangerous-types")
            .out();

    assertThat(out)
        .contains("  name: other-role\n", "type: number\n")
        .doesNotContain("description:");
    assertThat(out.substring(out.indexOf("template:")))
        .contains("metadata:\n                    properties:\n");
  }

  @Test
  void saysWhichOptionIsWrong() throws IOException {
    assertThat(jop("make manifests --max-desc-len=-1").err())
        .isEqualTo("error: --max-desc-len=-1 is no length; see jop make manifests --help\n");
    assertThat(jop("make manifests --role-name=").err())
        .isEqualTo("error: --role-name names no role; see jop make manifests --help\n");
    replace(
        "pom.xml",
        "            <arg>-Ajop.output=",
        "            <arg>-Ajop.maxDescLen=x</arg>\n            <arg>-Ajop.output=");
    assertThat(jop("make manifests").err())
        .isEqualTo("error: cannot generate manifests: -Ajop.maxDescLen=x is no length\n");
  }

  @Test
  void turnsOffWhatThePomTurnsOn() throws IOException {
    replace(
        "pom.xml",
        "            <arg>-Ajop.output=",
        "<arg>-Ajop.allowDangerousTypes=true</arg> <arg>-Ajop.generateEmbeddedObjectMeta=true</arg>"
            + " <arg>-Ajop.output=");
    replace(
        SPEC,
        "record GuestbookSpec(",
        "record GuestbookSpec(io.fabric8.kubernetes.api.model.PodTemplateSpec template, double share, ");
    String withProperties = "metadata:\n                    properties:\n";
    assertThat(jop("make manifests --stdout --max-desc-len 0").out())
        .contains("type: number\n", withProperties);

    for (String off : List.of("--no-allow-dangerous-types", "--allow-dangerous-types=false")) {
      assertThat(jop("make manifests --stdout " + off).err())
          .contains("double is not written and read alike");
    }
    assertThat(
            jop("make manifests --stdout --max-desc-len 0 --no-generate-embedded-object-meta")
                .out())
        .contains("template:")
        .doesNotContain(withProperties);
  }

  @Test
  void comparesWithJsonAsTheApiServerGivesIt() throws IOException {
    Path release = Files.createDirectory(temporary.resolve("release"));
    Files.writeString(
        release.resolve("crds.json"),
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
           "metadata": {"name": "guestbooks.webapp.example.com"},
           "spec": {"scope": "Cluster", "names": {"kind": "Guestbook", "singular": "guestbook"}}}]}
        """);

    assertThat(jop("make manifests --compare-with ../release").err())
        .startsWith("breaking: Guestbook: the scope was Cluster and is Namespaced; ");
  }

  @Test
  void comparesWithNoDefinitionThatHasNoNames() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: CustomResourceDefinition\n");
    assertThat(jop("make manifests --compare-with a.yaml").err())
        .isEqualTo(
            "error: cannot compare with a.yaml: there is a definition without metadata.name\n");
    Files.writeString(
        folder.resolve("a.yaml"), "kind: CustomResourceDefinition\nmetadata: {name: b.c}\n");
    assertThat(jop("make manifests --compare-with a.yaml").err())
        .isEqualTo(
            "error: cannot compare with a.yaml: the definition b.c has no spec.names.kind\n");
  }

  private CommandRun jop(String line) {
    return CommandRun.of(folder, line.split(" "));
  }

  private void replace(String path, String text, String other) throws IOException {
    Path file = folder.resolve(path);
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, other));
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", temporary.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
  }
}
