package dev.jop.testdata.doors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts doors, measures and attacks them; prints a line of door, what, number for each finding.
 *
 * <p>Arguments: the JVM's program, the class path of the doors, a folder for archives, the rounds,
 * the doors.
 */
final class Siege {

  private static final int WARM_UP = 3_000;
  private static final int REQUESTS = 10_000;

  private final String java;
  private final String classPath;
  private final Path folder;
  private final int rounds;

  private Siege(String java, String classPath, Path folder, int rounds) {
    this.java = java;
    this.classPath = classPath;
    this.folder = folder;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    Siege siege = new Siege(args[0], args[1], Path.of(args[2]), Integer.parseInt(args[3]));
    for (int i = 4; i < args.length; i++) {
      siege.lay(args[i], new Report(args[i], System.out));
    }
  }

  private void lay(String door, Report report) throws Exception {
    size(door, report);
    String archive = archive(door);
    for (int round = 0; round < rounds; round++) {
      start(door, "", report);
      start(door, " with an archive", report, "-XX:SharedArchiveFile=" + archive);
    }
    if (door.equals("plain")) {
      return;
    }
    try (Target target = Target.start(java, classPath, door)) {
      work(target, report);
      Shapes.on(target, report);
    }
    for (Attack attack : Attack.all()) {
      try (Target target = Target.start(java, classPath, door)) {
        attack.on(target, report);
      }
    }
  }

  private void start(String door, String how, Report report, String... flags) throws Exception {
    try (Target target = Target.start(java, classPath, door, flags)) {
      report.say("start → answer, ms" + how, target.startMillis());
      TimeUnit.MILLISECONDS.sleep(300);
      report.say("CPU till then, ms" + how, target.cpuSeconds() * 1000);
      report.say("resident, MB" + how, target.residentMegabytes());
      if (how.isEmpty()) {
        report.say("threads", target.threads());
      }
    }
  }

  /** What is loaded until the first answer: classes, and the jars that they come from. */
  private void size(String door, Report report) throws Exception {
    Path log = folder.resolve(door + ".classes");
    Target.start(java, classPath, door, "-Xlog:class+load:file=" + log).close();
    Set<Path> jars = new TreeSet<>();
    int classes = 0;
    try (Stream<String> lines = Files.lines(log)) {
      for (String line : (Iterable<String>) lines::iterator) {
        classes++;
        int source = line.indexOf("source: file:");
        if (source >= 0 && line.endsWith(".jar")) {
          jars.add(Path.of(line.substring(source + "source: file:".length())));
        }
      }
    }
    long bytes = 0;
    for (Path jar : jars) {
      if (!jar.getFileName().toString().startsWith("jop-")) {
        report.note("uses " + jar.getFileName());
        bytes += Files.size(jar);
      }
    }
    report.say("jars, kB", bytes / 1024.0);
    report.say("classes loaded", classes);
  }

  private String archive(String door) throws Exception {
    Path file = folder.resolve(door + ".jsa");
    Target.start(java, classPath, door, "-XX:ArchiveClassesAtExit=" + file).close();
    return file.toString();
  }

  /** Requests of 2 kB one after the other on one connection, as an API server's reviews come. */
  private static void work(Target target, Report report) throws IOException {
    String body = "x".repeat(2048);
    byte[] request =
        ("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII);
    try (Client client = new Client(target.port())) {
      for (int i = 0; i < WARM_UP; i++) {
        client.send(request);
      }
      double cpu = target.cpuSeconds();
      long begin = System.nanoTime();
      for (int i = 0; i < REQUESTS; i++) {
        client.send(request);
      }
      report.say("a request, µs", (System.nanoTime() - begin) / 1e3 / REQUESTS);
      report.say("CPU of a request, µs", (target.cpuSeconds() - cpu) * 1e6 / REQUESTS);
    }
    report.say("resident after 13,000 requests, MB", target.residentMegabytes());
  }

  /** One connection, opened anew where the server closes it. */
  private static final class Client implements AutoCloseable {

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Client(int port) throws IOException {
      this.port = port;
      connect();
    }

    private void connect() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(10_000);
      in = new BufferedInputStream(socket.getInputStream());
    }

    void send(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      String head = head();
      if (!head.startsWith("HTTP/1.1 200")) {
        throw new IOException("answered: " + head);
      }
      int length = head.toLowerCase(Locale.ROOT).indexOf("content-length:");
      String number = head.substring(length + 15, head.indexOf('\r', length)).trim();
      in.readNBytes(Integer.parseInt(number));
      if (head.toLowerCase(Locale.ROOT).contains("connection: close")) {
        close();
        connect();
      }
    }

    private String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("closed after: " + head);
        }
        head.append((char) next);
      }
      return head.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** What was found out about one door. */
  record Report(String door, PrintStream out) {

    void say(String what, double number) {
      out.println(door + "\t" + what + "\t" + number);
      out.flush();
    }

    void note(String text) {
      out.println("# " + door + " " + text);
    }
  }
}
