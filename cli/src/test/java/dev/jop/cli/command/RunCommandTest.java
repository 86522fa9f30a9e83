package dev.jop.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeProject() throws IOException {
    folder = Files.createDirectory(temporary.resolve("guestbook"));
    CommandRun.of(folder, "init", "--domain", "example.com");
  }

  @Test
  void saysInOneLineThatThereAreNoBinaries() throws IOException {
    Map<String, String> variables =
        Map.of(
            "PATH", maven("mkdir -p target/classes"),
            "HOME", temporary.toString(),
            "KUBEBUILDER_ASSETS", temporary.resolve("nothing").toString());

    CommandRun run = CommandRun.with(variables, folder, "run", "--envtest");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("error: KUBEBUILDER_ASSETS is " + temporary.resolve("nothing"))
        .containsOnlyOnce("\n");
  }

  @Test
  void saysInOneLineWhatDoesNotCompile() throws IOException {
    String error = "[ERROR] COMPILATION ERROR : \\n[ERROR] /x/Main.java:[7,1] ; expected\\n";
    Map<String, String> variables = Map.of("PATH", maven("printf '" + error + "'; exit 1"));

    CommandRun run = CommandRun.with(variables, folder, "run");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("error: mvn compile failed: /x/Main.java:[7,1] ; expected\n");
  }

  @Test
  void findsMavensFirstErrorBehindItsColours() throws IOException {
    String error = "\\033[0m\\033[0m[ERROR] no such library\\n[ERROR] To see more, use -e\\n";
    Map<String, String> variables = Map.of("PATH", maven("printf '" + error + "'; exit 1"));

    CommandRun run = CommandRun.with(variables, folder, "run");

    assertThat(run.err()).isEqualTo("error: mvn compile failed: no such library\n");
  }

  @Test
  void saysWhereAPomIsBroken() throws IOException {
    String error =
        "[ERROR] [ERROR] Some problems were encountered while processing the POMs:\\n"
            + "[FATAL] Non-parseable POM /x/pom.xml: Unrecognised tag: a @ line 6, column 10\\n @ \\n"
            + "[ERROR] The build could not read 1 project -> [Help 1]\\n";
    Map<String, String> variables = Map.of("PATH", maven("printf '" + error + "'; exit 1"));

    CommandRun run = CommandRun.with(variables, folder, "run");

    assertThat(run.err())
        .isEqualTo(
            "error: mvn compile failed: Non-parseable POM /x/pom.xml: Unrecognised tag: a"
                + " @ line 6, column 10\n");
  }

  @Test
  void saysInOneLineThatThereIsNoMaven() {
    CommandRun run = CommandRun.with(Map.of("PATH", "/nowhere"), folder, "run");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("error: there is no mvn on the PATH; install Maven 3.8 or later\n");
  }

  @Test
  void wantsAProject() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));

    assertThat(CommandRun.of(empty, "run").err()).contains("run jop init first");
  }

  /** A folder with a Maven that only does this. */
  private String maven(String script) throws IOException {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin.toString();
  }
}
