package dev.jop.testdata.doors;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that has one door open, seen from outside. */
final class Target implements AutoCloseable {

  /** A small operator's JVM: one compiler, one collector. */
  static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-XX:-UsePerfData");

  private static final long START_LIMIT = TimeUnit.SECONDS.toNanos(20);

  private final Process process;
  private final int port;
  private final double startMillis;

  private Target(Process process, int port, double startMillis) {
    this.process = process;
    this.port = port;
    this.startMillis = startMillis;
  }

  /** Starts a JVM and waits for the first answer. */
  static Target start(String java, String classPath, String door, String... flags)
      throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(FLAGS);
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath, Door.class.getName(), door, String.valueOf(port)));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - begin > START_LIMIT) {
        process.destroyForcibly();
        throw new IllegalStateException(door + " did not start: " + String.join(" ", command));
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return new Target(process, port, (System.nanoTime() - begin) / 1e6);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try {
      return probe(port, 2_000).startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** What is said on a fresh connection to a plain request, as far as it can be read. */
  static String probe(int port, int timeoutMillis) throws IOException {
    return exchange(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", timeoutMillis);
  }

  /** Sends a text on a fresh connection and reads until the other side closes or is silent. */
  static String exchange(int port, String text, int timeoutMillis) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(timeoutMillis);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[4096];
      int length = in.read(buffer);
      return length <= 0 ? "" : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  int port() {
    return port;
  }

  double startMillis() {
    return startMillis;
  }

  double residentMegabytes() throws IOException {
    return status("VmRSS") / 1024.0;
  }

  int threads() throws IOException {
    return (int) status("Threads");
  }

  /** The connections that the server holds open. */
  long connections() throws IOException {
    long held = 0;
    String own = String.format(":%04X", port);
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] column = line.trim().split("\\s+");
        boolean open = column[3].equals("01") || column[3].equals("08"); // established, half closed
        held += open && column[1].endsWith(own) ? 1 : 0;
      }
    }
    return held;
  }

  private long status(String field) throws IOException {
    String text = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
    Matcher line = Pattern.compile(field + ":\\s+(\\d+)").matcher(text);
    if (!line.find()) {
      throw new IOException("no " + field + " in " + text);
    }
    return Long.parseLong(line.group(1));
  }

  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
