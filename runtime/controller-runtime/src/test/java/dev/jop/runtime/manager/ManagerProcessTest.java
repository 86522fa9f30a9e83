package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of the end of an operator: exit codes and lines. */
class ManagerProcessTest {

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private String kubeconfig = "";

  @BeforeEach
  void writeKubeconfig() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            current-context: it
            contexts: [{name: it, context: {cluster: nowhere, user: me}}]
            clusters: [{name: nowhere, cluster: {server: 'https://127.0.0.1:1'}}]
            users: [{name: me, user: {token: t}}]
            """);
    kubeconfig = "--kubeconfig=" + file;
  }

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void endsWellWhenItIsToldTo(String signal) throws Exception {
    Process process = startTask("good");
    signal(process, signal);

    assertThat(exitCode(process)).isZero();
    assertThat(out()).contains("ended well");
    assertThat(err()).contains("SIG" + signal + " received, stopping");
  }

  @Test
  void endsAllManagersOfAProcessByOneSignal() throws Exception {
    Process process = start(kubeconfig, "two");
    Await.until("both tasks", () -> out().split("task runs", -1).length == 3);
    signal(process, "TERM");

    assertThat(exitCode(process)).isZero();
    assertThat(out()).contains("both ended well");
  }

  @Test
  void endsAtOnceWhenItIsToldToTwice() throws Exception {
    Process process = startTask("stubborn");
    signal(process, "TERM");
    Await.until("the first signal's effect", () -> out().contains("task goes on"));
    signal(process, "TERM");

    assertThat(exitCode(process)).isOne();
    assertThat(out()).doesNotContain("ended well");
  }

  @Test
  void endsWithOneLineAndNoStackTraceWhenAPartFails() throws Exception {
    Process process = start(kubeconfig, "bad");

    assertThat(exitCode(process)).isOne();
    assertThat(err().lines().filter(line -> line.startsWith("Exception in thread")))
        .singleElement()
        .asString()
        .endsWith("task failed: java.lang.IllegalStateException: out of luck");
    assertThat(err()).doesNotContain("at dev.jop.runtime.manager.ManagerProcess.main");
  }

  @Test
  void tellsAWrongFlagInOneLine() throws Exception {
    Process process = start("--kubeconfg=x", "good");

    assertThat(exitCode(process)).isEqualTo(2);
    assertThat(err()).isEqualTo("error: unknown flag --kubeconfg; see --help\n");
  }

  @Test
  void tellsAMissingKubeconfigInOneLine() throws Exception {
    Process process = start("--kubeconfig=/no/such/file", "good");

    assertThat(exitCode(process)).isOne();
    assertThat(err())
        .isEqualTo(
            "Exception in thread \"main\" "
                + ManagerException.class.getName()
                + ": there is no kubeconfig /no/such/file (from --kubeconfig)\n");
  }

  @Test
  void showsItsFlags() throws Exception {
    Process process = start("--help", "good");

    assertThat(exitCode(process)).isZero();
    assertThat(out()).contains("--kubeconfig string").contains("--health-probe-bind-address");
  }

  private Process startTask(String task) throws IOException {
    Process process = start(kubeconfig, task);
    Await.until("the task", () -> out().contains("task runs"));
    return process;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(startsWithDefaultSignals());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ManagerProcess.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    processes.add(process);
    return process;
  }

  /**
   * What starts a program that takes signals as usual, also where this one was started to ignore
   * them, as {@code nohup} and a shell's {@code &} do. Nothing where env is not that of GNU.
   */
  private static List<String> startsWithDefaultSignals() throws IOException {
    List<String> env = List.of("env", "--default-signal=INT,TERM");
    List<String> attempt = new ArrayList<>(env);
    attempt.add("true");
    Process tried =
        new ProcessBuilder(attempt)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return tried.onExit().join().exitValue() == 0 ? env : List.of();
  }

  private static void signal(Process process, String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process' end").isTrue();
    return process.exitValue();
  }

  private String out() {
    return read("out");
  }

  private String err() {
    return read("err");
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
