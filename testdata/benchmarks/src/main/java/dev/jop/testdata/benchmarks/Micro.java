package dev.jop.testdata.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and writes a line for each: whose it is, its name in Go, ns and bytes. */
public final class Micro {

  private Micro() {}

  /**
   * Appends the lines to a file.
   *
   * @param args how the lines begin, the file, and a pattern of the benchmarks to run
   */
  public static void main(String[] args) throws RunnerException, IOException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(args[2]).forks(1).addProfiler(GCProfiler.class);
    options.warmupIterations(3).warmupTime(TimeValue.seconds(1));
    options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
    StringBuilder lines = new StringBuilder();
    for (RunResult result : new Runner(options.build()).run()) {
      lines.append(
          String.format(
              Locale.ROOT,
              "%s %s %.1f %.1f%n",
              args[0],
              name(result),
              result.getPrimaryResult().getScore(),
              bytes(result)));
    }
    Files.writeString(
        Path.of(args[1]),
        lines,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** {@code …QueueBenchmark.addOnly} with {@code plain} is {@code Queue_AddOnly_Plain}. */
  private static String name(RunResult result) {
    String[] path = result.getParams().getBenchmark().split("\\.", -1);
    StringBuilder name = new StringBuilder(path[path.length - 2].replace("Benchmark", ""));
    name.append('_').append(capital(path[path.length - 1]));
    for (String parameter : result.getParams().getParamsKeys()) {
      name.append('_').append(capital(result.getParams().getParam(parameter)));
    }
    return name.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static double bytes(RunResult result) {
    Result<?> perOperation = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return perOperation == null ? Double.NaN : perOperation.getScore();
  }
}
