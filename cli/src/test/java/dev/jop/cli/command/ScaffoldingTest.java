package dev.jop.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.cli.change.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldingTest {
  private static final String CREATE = "create api --group webapp --version v1 --kind Guestbook";
  private static final String MAIN = "src/main/java/com/example/guestbook/Main.java";

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("guestbook"));
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("README.md"), "Mine.\n");
    Files.writeString(folder.resolve("notes.txt"), "Mine too.\n");

    CommandRun run = jop("init --domain example.com");

    assertThat(run.out()).contains("keep    README.md");
    assertThat(folder.resolve("README.md")).hasContent("Mine.\n");
    assertThat(folder.resolve("notes.txt")).hasContent("Mine too.\n");
  }

  @Test
  void leavesNothingToGenerateInAnEmptyProject() {
    jop("init --domain example.com");

    assertThat(jop("make manifests").out()).isEqualTo("nothing to change\n");
  }

  @Test
  void doesNotSayThatItKeepsAFileThatItChanges() {
    jop("init --domain example.com");
    jop(CREATE);

    CommandRun run = jop("create api --group webapp --version v1 --kind Theme");

    assertThat(run.out())
        .contains("update  config/crd/kustomization.yaml")
        .doesNotContain("keep    config/crd/kustomization.yaml");
  }

  @Test
  void changesNothingInADryRun() {
    jop("init --domain example.com");
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = jop(CREATE + " --dry-run");

    assertThat(run.out())
        .contains("update  " + MAIN)
        .contains("create  config/crd/bases/webapp.example.com_guestbooks.yaml")
        .contains("nothing was written");
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @Test
  void showsTheLinesThatChange() {
    jop("init --domain example.com");

    assertThat(jop(CREATE + " --dry-run --diff").out())
        .contains("--- a/" + MAIN + "\n+++ b/" + MAIN + "\n@@ ")
        .contains("+    new GuestbookReconciler(manager.client()).setupWith(manager);\n");
  }

  @Test
  void tellsProgramsWhatChanges() {
    assertThat(jop("init --domain example.com --dry-run --output json").out())
        .startsWith("{\"command\":\"init\",\"dryRun\":true,\"changes\":[{\"action\":\"create\",")
        .contains("{\"action\":\"create\",\"path\":\"pom.xml\"}")
        .endsWith("],\"kept\":[]}\n");
  }

  @Test
  void wiresAReconcilerOnceHoweverOftenItIsForced() throws IOException {
    jop("init --domain example.com");
    jop(CREATE);
    Path main = folder.resolve(MAIN);
    String edited =
        Files.readString(main)
            .replace(
                "new GuestbookReconciler(manager.client())",
                "new GuestbookReconciler(manager.client(  ))");
    Files.writeString(main, edited);

    assertThat(jop(CREATE + " --force").code()).isZero();

    assertThat(main).hasContent(edited);
  }

  @Test
  void keepsCommentsAndUnknownFieldsOfProject() throws IOException {
    jop("init --domain example.com");
    Path project = folder.resolve("PROJECT");
    Files.writeString(project, Files.readString(project) + "# Mine.\nzone: 7\n");

    CommandRun run = jop(CREATE);

    assertThat(run.err())
        .isEqualTo("warning: PROJECT has fields that jop does not know, and keeps: zone\n");
    assertThat(project).content().contains("# Mine.\nzone: 7\n").contains("kind: Guestbook");
  }

  @Test
  void asksAtATerminal() {
    jop("init --domain example.com");

    CommandRun run = CommandRun.typing("y\nperhaps\nno\n", folder, CREATE.split(" "));

    assertThat(run.err())
        .isEqualTo(
            "Create the resource [y/n] Create the controller [y/n] please answer y or n\nCreate the controller [y/n] ");
    assertThat(run.out()).contains("Guestbook.java").doesNotContain("GuestbookReconciler.java");
  }

  @Test
  void removesTheDefinitionOfAKindThatIsGone() throws IOException {
    jop("init --domain example.com");
    jop(CREATE);
    jop("create api --group webapp --version v1 --kind Theme --controller=false");
    Path list = folder.resolve("config/crd/kustomization.yaml");
    for (String name : new String[] {"Theme", "ThemeSpec", "ThemeStatus"}) {
      Files.delete(folder.resolve("src/main/java/com/example/guestbook/api/v1/" + name + ".java"));
    }

    assertThat(jop("make manifests").out()).as("while it is listed").contains("nothing to change");
    Files.writeString(
        list, Files.readString(list).replace("- bases/webapp.example.com_themes.yaml\n", ""));

    assertThat(jop("make manifests").out())
        .contains("delete  config/crd/bases/webapp.example.com_themes.yaml")
        .doesNotContain("guestbooks");
  }

  @Test
  void namesTheLineOfAnErrorInTheSources() throws IOException {
    jop("init --domain example.com");
    jop(CREATE);
    String path = "src/main/java/com/example/guestbook/api/v1/GuestbookSpec.java";
    Path spec = folder.resolve(path);
    Files.writeString(spec, Files.readString(spec).replace("@MaxLength(1024)", "@MaxLenght(1024)"));
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = jop("make manifests");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("error: cannot generate manifests: " + path + ":")
        .contains("MaxLenght")
        .containsOnlyOnce("\n");
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "init --help",
        "create --help",
        "create api --help",
        "make --help",
        "make manifests --help",
        "run --help",
        "version --help",
        "help --help",
        "help create api",
        "create",
        ""
      })
  void helpsEverywhere(String line) {
    CommandRun run = line.isEmpty() ? CommandRun.of(folder) : jop(line);

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: jop").contains("--help");
    assertThat(run.err()).isEmpty();
  }

  private CommandRun jop(String line) {
    return CommandRun.of(folder, line.split(" "));
  }
}
