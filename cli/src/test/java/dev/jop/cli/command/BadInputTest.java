package dev.jop.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.cli.change.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong use is answered with one line and an exit code, and changes nothing. */
class BadInputTest {
  private static final String CREATE = "create api --group webapp --version v1 --kind Guestbook";

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("guestbook"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "init --domain Bad_Domain!                | 2 | --domain: \"Bad_Domain!\" is not a DNS name",
        "init --project-name My_Project           | 2 | --project-name: \"My_Project\" is not a DNS label",
        "init --package com.new.app               | 2 | --package: \"com.new.app\" is not a Java package",
        "init --repo github.com/me/app            | 2 | --package: \"github.com/me/app\" is not",
        "init --group-id a/b                      | 2 | --group-id: \"a/b\" is not a Maven id",
        "init --artifact-id a/b                   | 2 | --artifact-id: \"a/b\" is not a Maven id",
        "init --license gpl                       | 2 | see jop init --help",
        "init --output xml                        | 2 | see jop init --help",
        "init --bogus                             | 2 | Unknown option: '--bogus'; see jop init --help",
        "init surplus                             | 2 | jop init takes no argument 'surplus'; see jop init --help",
        "bogus                                    | 2 | there is no command jop 'bogus'; see jop --help",
        "create webhook                           | 2 | there is no command jop create 'webhook'; see",
        "edit --multigroup                        | 2 | there is no command jop 'edit'; see jop --help",
        "help bogus                               | 2 | There is no command jop bogus",
        "create api --version v1 --kind Guestbook | 1 | run jop init first",
      })
  void inAnEmptyFolder(String line, int code, String message) {
    refuses(line, code, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "init                                                             | 1 | already initialised",
        "create api --kind Guestbook                                      | 2 | --version",
        "create api --version v1                                          | 2 | --kind",
        "create api --group Web_App --version v1 --kind Guestbook         | 2 | --group: \"Web_App\"",
        "create api --group webapp --version foo --kind Guestbook         | 2 | --version: \"foo\"",
        "create api --group webapp --version v1.2 --kind Guestbook        | 2 | --version: \"v1.2\"",
        "create api --group webapp --version v1 --kind My-Kind            | 2 | --kind: \"My-Kind\"",
        "create api --group webapp --version v1 --kind guestbook          | 2 | --kind: \"guestbook\"",
        "create api --group webapp --version v1 --kind Result             | 2 | --kind: the scaffolded code",
        "create api --group webapp --version v1 --kind Box --plural Box_s | 2 | --plural: \"Box_s\"",
        "create api --group --version v1 --kind Box                       | 2 | see jop create api --help",
        "create api --group g --version v1 --kind Box --namespaced=maybe  | 2 | see jop create api --help",
        "create api --group g --version v1 --kind Box --resource=false    | 1 | does not define",
        "create api --group g --version v1 --kind Box --resource=false --controller=false | 2 | nothing to do",
      })
  void inAProject(String line, int code, String message) {
    succeeds("init --domain example.com");

    refuses(line, code, message);
  }

  @Test
  void anApiThatExists() {
    succeeds("init --domain example.com");
    succeeds(CREATE);

    refuses(CREATE, 1, "already exists; use --force");
  }

  @Test
  void aSecondGroup() {
    succeeds("init --domain example.com");
    succeeds(CREATE);

    refuses("create api --group people --version v1 --kind Reader", 1, "the group \"webapp\"");
  }

  @Test
  void aPomOfSomethingElse() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");

    refuses("init", 1, "already has a pom.xml");
  }

  @Test
  void aFileInTheWay() throws IOException {
    Files.writeString(folder.resolve("Makefile"), "all:\n");

    refuses("init", 1, "Makefile is already there");
  }

  @Test
  void aFileWhereAFolderMustBe() throws IOException {
    Files.writeString(folder.resolve("config"), "");

    refuses("init", 1, "config is a file where a folder must be");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatNobodyCanWriteTo() {
    CommandRun run = CommandRun.of(Path.of("/proc/self"), "init", "--project-name", "guestbook");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("error: cannot write to the project, nothing was changed: ")
        .containsOnlyOnce("\n");
  }

  @Test
  void aMissingMarker() throws IOException {
    succeeds("init --domain example.com");
    Path main = folder.resolve("src/main/java/com/example/guestbook/Main.java");
    Files.writeString(main, Files.readString(main).replace("// +kubebuilder:scaffold:builder", ""));

    refuses(
        CREATE,
        1,
        "Main.java: the line \"// +kubebuilder:scaffold:builder\" is missing; put it back, or insert"
            + " by hand: new GuestbookReconciler(manager.client()).setupWith(manager);");
  }

  @Test
  void aSourceInAnotherEncoding() throws IOException {
    succeeds("init --domain example.com");
    Path main = folder.resolve("src/main/java/com/example/guestbook/Main.java");
    byte[] latin =
        (Files.readString(main) + "// caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(main, latin);

    CommandRun run = CommandRun.of(folder, CREATE.split(" "));

    assertThat(run.err())
        .isEqualTo(
            "error: src/main/java/com/example/guestbook/Main.java is not UTF-8 text, and would be"
                + " spoilt; save it in UTF-8\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(main).hasBinaryContent(latin);
  }

  @Test
  void aProjectFileThatIsNestedTooDeep() throws IOException {
    Files.writeString(folder.resolve("PROJECT"), "a: " + "[".repeat(100_000));

    CommandRun run = CommandRun.of(folder, CREATE.split(" "));

    assertThat(run.err()).startsWith("error: ").doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aBrokenProjectFile() throws IOException {
    Files.writeString(folder.resolve("PROJECT"), "version: [\n");

    refuses(CREATE, 1, "PROJECT is not valid YAML in line");
  }

  @Test
  void aProjectFileThatIsAFolder() throws IOException {
    Files.createDirectory(folder.resolve("PROJECT"));

    refuses(CREATE, 1, "PROJECT is not a plain file");
  }

  @Test
  void aQuestionThatNobodyAnswers() {
    succeeds("init --domain example.com");

    CommandRun run = CommandRun.typing("", folder, CREATE.split(" "));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("use --resource and --controller to answer beforehand");
  }

  private void succeeds(String line) {
    CommandRun run = CommandRun.of(folder, line.split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  private void refuses(String line, int code, String message) {
    SortedMap<String, String> before = Snapshot.of(folder);

    CommandRun run = CommandRun.of(folder, line.split(" "));

    assertThat(run.err()).startsWith("error: ").contains(message).containsOnlyOnce("\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(code);
    assertThat(Snapshot.of(folder)).isEqualTo(before);
  }
}
