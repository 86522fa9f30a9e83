package dev.jop.testdata.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures one client in this JVM: the time and CPU from the JVM's start to the first answer, and
 * then for each of many requests. CPU is that of the whole process, compilation included.
 */
public final class HttpBenchmark {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int LISTS = 200;

  private HttpBenchmark() {}

  /**
   * Prints {@code client what value} lines.
   *
   * @param args the client, the server's address in a file, its authority's file, and how many
   *     small requests to send by each of how many threads
   */
  public static void main(String[] args) throws Exception {
    String server = Files.readString(Path.of(args[1]));
    int requests = Integer.parseInt(args[3]);
    int threads = Integer.parseInt(args[4]);
    try (Client client = Client.of(args[0], server, Path.of(args[2]))) {
      client.send("/object", new byte[0]);
      long started = ManagementFactory.getRuntimeMXBean().getStartTime();
      print(args[0], "start-ms", (double) (System.currentTimeMillis() - started));
      print(args[0], "start-cpu-ms", SYSTEM.getProcessCpuTime() / 1e6);
      measure(args[0], "first", client, requests, threads);
      measure(args[0], "then", client, requests, threads);
      long cpu = SYSTEM.getProcessCpuTime();
      for (int i = 0; i < LISTS; i++) {
        client.send("/list", new byte[0]);
      }
      print(args[0], "list-cpu-us", (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / LISTS);
    }
    System.exit(0);
  }

  /** Half of the requests read, half write, 2 kB each. */
  private static void measure(String name, String what, Client client, int requests, int threads)
      throws Exception {
    byte[] body = new byte[2_000];
    long cpu = SYSTEM.getProcessCpuTime();
    long time = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      done.add(
          pool.submit(
              () -> {
                for (int i = 0; i < requests; i++) {
                  client.send("/object", i % 2 == 0 ? new byte[0] : body);
                }
                return null;
              }));
    }
    for (Future<?> one : done) {
      one.get();
    }
    pool.shutdown();
    double all = (double) requests * threads;
    print(name, what + "-per-s", all / ((System.nanoTime() - time) / 1e9));
    print(name, what + "-cpu-us", (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / all);
  }

  private static void print(String client, String what, double value) {
    System.out.printf(Locale.ROOT, "%s %s %.1f%n", client, what, value);
  }
}
