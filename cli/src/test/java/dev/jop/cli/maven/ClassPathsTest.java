package dev.jop.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.cli.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven, here a script that counts its runs, is asked again when its answer may be another. */
class ClassPathsTest {
  @TempDir private Path temporary;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void makeProject() throws IOException {
    Path mvn =
        write(
            "home/bin/mvn",
            """
            #!/bin/sh
            echo run >> %s/runs
            for argument; do
              case $argument in
                -Dmdep.outputFile=*) printf %%s %s/a.jar > "${argument#*=}" ;;
              esac
            done
            """
                .formatted(temporary, temporary));
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    write("a.jar", "jar");
    write("work/project/pom.xml", "<project/>");
    variables.put("PATH", mvn.getParent() + ":/usr/bin:/bin");
    variables.put("HOME", temporary.resolve("home").toString());
    variables.put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
  }

  @Test
  void areAskedOfMavenOnce() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(paths().toCompile()).containsExactly(temporary.resolve("a.jar"));
    }
    assertThat(runs()).isEqualTo(1);
    paths().toRun();
    assertThat(runs()).as("another scope").isEqualTo(2);
  }

  @Test
  void areAskedAgainWhenAPomAboveChanges() throws IOException {
    write("work/project/pom.xml", "<project><parent><artifactId>a</artifactId></parent></project>");
    write(
        "work/pom.xml",
        "<project><parent><relativePath>../top/pom.xml</relativePath></parent></project>");
    write("top/pom.xml", "<project/>");
    paths().toCompile();
    paths().toCompile();
    assertThat(runs()).isEqualTo(1);

    write("top/pom.xml", "<project><properties><a>1</a></properties></project>");
    paths().toCompile();
    assertThat(runs()).as("two poms above").isEqualTo(2);

    write("work/project/pom.xml", "<project><parent><artifactId>b</artifactId></parent></project>");
    paths().toCompile();
    assertThat(runs()).as("the pom itself").isEqualTo(3);
  }

  @Test
  void areAskedAgainWhenAJarIsReplaced() throws IOException {
    paths().toCompile();
    Files.setLastModifiedTime(temporary.resolve("a.jar"), FileTime.fromMillis(1));
    paths().toCompile();
    assertThat(runs()).isEqualTo(2);
    write("a.jar", "another jar");
    paths().toCompile();
    assertThat(runs()).isEqualTo(3);
  }

  @Test
  void areAskedAgainWhenSettingsOrSwitchesChange() throws IOException {
    write(
        "work/project/pom.xml",
        "<project><profile><activation><property><name>env.STAGE</name></property>"
            + "<file><exists>${basedir}/flag</exists></file></activation></profile></project>");
    paths().toCompile();
    int expected = 1;
    for (String file :
        List.of("home/.m2/settings.xml", "work/.mvn/maven.config", "home/conf/settings.xml")) {
      write(file, "x");
      paths().toCompile();
      assertThat(runs()).as(file).isEqualTo(++expected);
    }
    variables.put("STAGE", "test");
    paths().toCompile();
    assertThat(runs()).as("a variable of a profile").isEqualTo(++expected);
    variables.put("OTHER", "test");
    paths().toCompile();
    assertThat(runs()).as("a variable of nobody").isEqualTo(expected);
    variables.put("MAVEN_OPTS", "-Da=b");
    paths().toCompile();
    assertThat(runs()).as("Maven's options").isEqualTo(++expected);
    write("work/project/flag", "");
    paths().toCompile();
    assertThat(runs()).as("a file of a profile").isEqualTo(++expected);
  }

  @Test
  void areAlwaysAskedWhereWhatLiesElsewhereMayChange() throws IOException {
    write(
        "work/project/pom.xml",
        "<project><parent><version>1-SNAPSHOT</version><relativePath/></parent></project>");
    paths().toCompile();
    paths().toCompile();
    assertThat(runs()).as("a parent").isEqualTo(2);

    write(
        "work/project/pom.xml",
        "<project><version>1-SNAPSHOT</version><scope>import</scope></project>");
    paths().toCompile();
    paths().toCompile();
    assertThat(runs()).as("a bill of materials").isEqualTo(4);
  }

  private ClassPaths paths() {
    PrintStream none = new PrintStream(PrintStream.nullOutputStream());
    return new ClassPaths(
        new Session(
            temporary.resolve("work/project"),
            variables,
            new BufferedReader(new StringReader("")),
            none,
            none,
            false));
  }

  private int runs() throws IOException {
    return Files.readAllLines(temporary.resolve("runs")).size();
  }

  private Path write(String path, String text) throws IOException {
    Path file = temporary.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
