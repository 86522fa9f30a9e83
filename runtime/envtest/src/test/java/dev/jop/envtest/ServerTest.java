package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server lives, with shell scripts as servers and an HTTP server that answers for them. */
class ServerTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private HttpServer answers;
  private Watchdog watchdog;

  @BeforeEach
  void start() throws IOException {
    answers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answers.createContext(
        "/ready",
        exchange -> {
          exchange.sendResponseHeaders(Files.exists(folder.resolve("up")) ? 200 : 500, -1);
          exchange.close();
        });
    answers.start();
    watchdog = Watchdog.start(Files.createDirectory(folder.resolve("guarded")));
  }

  @AfterEach
  void stop() {
    watchdog.close();
    answers.stop(0);
  }

  private Server server(String script, boolean attach) {
    URI ready = URI.create("http://127.0.0.1:" + answers.getAddress().getPort() + "/ready");
    return new Server(
        new Server.Spec(
            "fake",
            List.of("/bin/sh", "-c", script),
            folder,
            new Probe(ready, null),
            LIMIT,
            Duration.ofMillis(300),
            attach),
        watchdog);
  }

  @Test
  void isReadyWhenItAnswersAndRunsOnce() throws Exception {
    Server server = server("echo started; touch up; exec sleep 60", false);

    server.start();
    long first = server.pid().orElseThrow();
    server.start();

    assertThat(server.running()).isTrue();
    assertThat(server.pid()).hasValue(first);
    assertThat(server.log()).hasContent("started");
    server.close();
    assertThat(server.running()).isFalse();
  }

  @Test
  void isKilledWhenItDoesNotEndInTime() throws Exception {
    Server server =
        server("trap 'echo asked >> asked' TERM; touch up; while :; do sleep 0.05; done", false);
    server.start();
    ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();

    server.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(folder.resolve("asked")).exists();
  }

  @Test
  void showsItsLogWhenItEndsBeforeItIsReady() {
    Server server = server("echo 'no such thing'; exit 3", false);

    assertThatThrownBy(server::start)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("fake ended at its start with exit code 3; the end of its log:\nno such thing");
  }

  @Test
  void isStartedAgainWhenItsPortIsNotFreeYet() throws Exception {
    Server server =
        server(
            """
            echo try >> tries
            [ $(wc -l < tries) -ge 3 ] || { echo 'bind: address already in use'; exit 1; }
            touch up
            exec sleep 60
            """,
            false);

    server.start();

    assertThat(Files.readAllLines(folder.resolve("tries"))).hasSize(3);
    server.close();
  }

  @Test
  void copiesItsOutputToStandardErrorWhenAttached() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    Server server = server("echo 'for all to see'; touch up; exec sleep 60", true);
    System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
    try {
      server.start();
      ServersOf.await(
          LIMIT,
          "the output",
          () -> seen.toString(StandardCharsets.UTF_8).contains("for all to see"));
    } finally {
      System.setErr(before);
      server.close();
    }
    assertThat(server.log()).hasContent("for all to see");
  }

  @Test
  void staysEndedOnceItsEnvironmentIsClosed() {
    Server server = server("touch up; exec sleep 60", false);
    server.close();

    assertThatThrownBy(server::start)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("fake belongs to an environment that is closed");
    assertThat(server.running()).isFalse();
  }
}
