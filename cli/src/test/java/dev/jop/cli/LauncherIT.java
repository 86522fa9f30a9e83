package dev.jop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as a user starts it. */
class LauncherIT {
  private static final Path JOP = Path.of("target/jop/bin/jop").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");

  private static final String NO_JDK =
      "error: no JDK of version 17 or later found (a JRE does not suffice);"
          + " install one and let JAVA_HOME name its folder\n";

  @TempDir private Path temporary;

  @Test
  void startsWithTheJdkThatIsNamed() throws Exception {
    Answer answer = run(JOP, Map.of("JAVA_HOME", JAVA_HOME), "version");

    assertThat(answer.code()).isZero();
    assertThat(answer.text()).startsWith("jop ").contains("(" + JAVA_HOME + ")");
  }

  @Test
  void findsTheClassesOfTheCompilerInAnArchiveThatTheBuildMade() throws Exception {
    Path lib = JOP.resolveSibling("../lib").normalize();
    String release = System.getProperty("java.version");

    assertThat(Files.size(lib.resolve("jop-compiler-" + release + ".jsa")))
        .isGreaterThan(Files.size(lib.resolve("jop-" + release + ".jsa")));
  }

  @Test
  void startsThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("jop"), JOP);

    Answer answer = run(link, Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin"), "version");

    assertThat(answer.text()).startsWith("jop ");
  }

  @Test
  void startsThroughALinkInTheCurrentFolder() throws Exception {
    Files.createSymbolicLink(temporary.resolve("jop"), JOP);

    Answer answer =
        run(Path.of("jop"), Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin"), "version");

    assertThat(answer.text()).startsWith("jop ");
  }

  @Test
  void isNotMisledByCdpath() throws Exception {
    Files.createSymbolicLink(temporary.resolve("dist"), JOP.resolve("../..").normalize());

    Answer answer =
        run(Path.of("dist/bin/jop"), Map.of("JAVA_HOME", JAVA_HOME, "CDPATH", "."), "version");

    assertThat(answer.text()).startsWith("jop ");
  }

  @Test
  void worksInAFolderWithLettersThatTheLocaleDoesNotKnow() throws Exception {
    Path script =
        executable(
            Files.writeString(
                temporary.resolve("script"),
                """
                folder=$(printf 'gr\\303\\266\\303\\237e')
                mkdir "$folder" && cd "$folder" || exit 1
                "$JOP" init --domain example.com --project-name it || exit 1
                [ -f PROJECT ] && echo made in its place
                cd .. && rm -r "$folder"
                """));

    Answer answer =
        run(script, Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin", "JOP", JOP.toString()));

    assertThat(answer.text()).contains("made in its place");
    assertThat(answer.code()).isZero();
  }

  @Test
  void findsTheJdkOfTheJavaOnThePath() throws Exception {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of(JAVA_HOME, "bin", "java"));

    Answer answer = run(JOP, Map.of("PATH", bin + ":/usr/bin:/bin"), "version");

    assertThat(answer.text()).contains("(" + JAVA_HOME + ")");
  }

  @Test
  void passesArgumentsAndExitCodesOn() throws Exception {
    Answer answer = run(JOP, Map.of("JAVA_HOME", JAVA_HOME), "init", "--domain", "Bad Domain!");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.text()).startsWith("error: --domain: \"Bad Domain!\"");
  }

  @Test
  void saysInOneLineThatThereIsNoJdk() throws Exception {
    Answer answer = run(withoutUsualFolders(), Map.of(), "version");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text()).isEqualTo(NO_JDK);
  }

  @Test
  void doesNotTakeAnOldJdkOrAJre() throws Exception {
    Path old = jdk("old", "1.8.0_402", true);
    Path jre = jdk("jre", "21.0.1", false);

    for (Path unsuitable : List.of(old, jre)) {
      Answer answer =
          run(withoutUsualFolders(), Map.of("JAVA_HOME", unsuitable.toString()), "version");
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.text()).isEqualTo(NO_JDK);
    }
  }

  @Test
  void archivesTheClassesOfTheFirstCommandThatSucceeds(@TempDir Path home) throws Exception {
    Path copy = distribution(home);
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin");

    run(copy, environment, "init", "--domain", "Bad Domain!");
    assertThat(archives(copy)).isEmpty();
    run(copy, environment, "version");
    assertThat(archives(copy)).hasSize(1);
  }

  @Test
  void archivesTheCompilerApart(@TempDir Path home) throws Exception {
    Path copy = distribution(home);
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin");

    run(copy, environment, "init", "--domain", "example.com", "--project-name", "it");
    assertThat(archives(copy)).noneMatch(name -> name.startsWith("jop-compiler-"));
    assertThat(run(copy, environment, "--verbose", "make", "manifests").code()).isZero();
    assertThat(archives(copy)).anyMatch(name -> name.startsWith("jop-compiler-"));
  }

  /** A command that somebody interrupts, or a machine that goes down. */
  @Test
  void leavesNoHalfOfAnArchiveBehind(@TempDir Path home) throws Exception {
    Path copy = distribution(home);
    Path jdk = jdk("interrupted", "17.0.1", true);
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -XX:DumpLoadedClassList=* | -XX:SharedArchiveFile=*) echo begun >"${argument#*=}" ;;
          esac
        done
        case $1 in
          "$SIGNAL_AT"*) kill -TERM $PPID ;;
        esac
        """);
    Map<String, String> environment =
        new HashMap<>(Map.of("JAVA_HOME", jdk.toString(), "PATH", "/usr/bin:/bin"));

    for (String moment : List.of("-XX:DumpLoadedClassList=", "-Xshare:dump")) {
      environment.put("SIGNAL_AT", moment);
      assertThat(run(copy, environment, "version").code()).as(moment).isEqualTo(143);
      assertThat(files(copy)).as(moment).allMatch(name -> name.endsWith(".jar"));
    }
    environment.put("SIGNAL_AT", "never");
    run(copy, environment, "version");
    assertThat(files(copy)).filteredOn(name -> !name.endsWith(".jar")).isEqualTo(archives(copy));
  }

  @Test
  void archivesForEachInstallationThatTheUserCannotWriteInto() throws Exception {
    for (String name : List.of("one", "other")) {
      Path copy = distribution(temporary.resolve(name));
      Files.writeString(copy, Files.readString(copy).replace("[ -w \"$home/lib\" ]", "false"));

      run(copy, Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin"), "version");

      assertThat(archives(copy)).isEmpty();
      Path home = temporary.toRealPath().resolve(name);
      assertThat(temporary.resolve(".cache/jop" + home)).isNotEmptyDirectory();
    }
  }

  @Test
  void archivesAgainAfterAnyOfItsJarsChanged(@TempDir Path home) throws Exception {
    Path copy = distribution(home);
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME, "PATH", "/usr/bin:/bin");
    run(copy, environment, "version");
    Path lib = copy.resolve("../../lib").normalize();
    Path archive = lib.resolve(archives(copy).get(0));
    FileTime past = FileTime.fromMillis(2_000_000);
    Files.setLastModifiedTime(archive, past);
    Files.setLastModifiedTime(lib.resolve("jop.jar"), FileTime.fromMillis(1_000_000));

    run(copy, environment, "version");

    FileTime renewed = Files.getLastModifiedTime(archive);
    assertThat(renewed).isGreaterThan(past);
    run(copy, environment, "version");
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(renewed);
  }

  /** The launcher of a distribution with a folder of its own for archives. */
  private static Path distribution(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    try (Stream<Path> jars = Files.list(JOP.resolve("../../lib").normalize())) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.copy(jar, home.resolve("lib").resolve(jar.getFileName()));
      }
    }
    return executable(Files.copy(JOP, home.resolve("bin/jop")));
  }

  private static List<String> archives(Path launcher) throws IOException {
    return files(launcher).stream().filter(name -> name.endsWith(".jsa")).toList();
  }

  private static List<String> files(Path launcher) throws IOException {
    try (Stream<Path> files = Files.list(launcher.resolve("../../lib").normalize())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** The launcher on a machine that has nothing in the usual folders. */
  private Path withoutUsualFolders() throws IOException {
    Path copy = Files.createDirectories(temporary.resolve("copy/bin")).resolve("jop");
    Files.writeString(
        copy,
        Files.readString(JOP).replace(" /usr/", " /nowhere/").replace(" /opt/", " /nowhere/"));
    return executable(copy);
  }

  private Path jdk(String name, String version, boolean compiler) throws IOException {
    Path home = Files.createDirectory(temporary.resolve(name));
    Files.createDirectory(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 3\n"));
    if (compiler) {
      executable(Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\nexit 3\n"));
    }
    return home;
  }

  private static Path executable(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What the launcher answered, on both streams. */
  private record Answer(int code, String text) {}

  private Answer run(Path launcher, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", temporary.toString());
    builder.environment().put("PATH", temporary.resolve("empty").toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
