package dev.jop.testdata.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a Markdown table of the JSON lines of a benchmark run: medians, and ratios to a peer. */
public final class Table {

  private static final Map<String, String> WIDGETS = new LinkedHashMap<>();
  private static final Map<String, String> CACHE = new LinkedHashMap<>();

  static {
    WIDGETS.put("first thousand, CPU s", "/coldCpu");
    WIDGETS.put("second thousand, CPU s", "/warmCpu");
    WIDGETS.put("second thousand, s", "/warm/seconds");
    WIDGETS.put("change → seen, median ms", "/ping/p50ms");
    WIDGETS.put("change → seen, 90 % ms", "/ping/p90ms");
    WIDGETS.put("memory after, MB", "/rssMB");
    WIDGETS.put("start → workers, ms", "/startMs");
    CACHE.put("30,000 ConfigMaps: start → synced, s", "/own/seconds");
    CACHE.put("… CPU s", "/cpuSeconds");
    CACHE.put("… heap, MB", "/own/heapMB");
    CACHE.put("… heap at most till then, garbage included, MB", "/own/peakHeapMB");
    CACHE.put("… memory, MB", "/rssMB");
  }

  private Table() {}

  /**
   * Reads the lines from standard input.
   *
   * @param args the names of the peers to give ratios to; a ratio below 1 is better than the peer
   */
  public static void main(String[] args) throws IOException {
    Map<String, List<JsonNode>> widgets = new LinkedHashMap<>();
    Map<String, List<JsonNode>> cache = new LinkedHashMap<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode run = JsonMapper.shared().readTree(line);
      (run.has("own") ? cache : widgets)
          .computeIfAbsent(run.path("name").asString(), name -> new ArrayList<>())
          .add(run);
    }
    print(WIDGETS, widgets, List.of(args));
    print(CACHE, cache, List.of(args));
  }

  private static void print(
      Map<String, String> rows, Map<String, List<JsonNode>> runs, List<String> peers) {
    if (runs.isEmpty()) {
      return;
    }
    System.out.println("| | " + String.join(" | ", runs.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(runs.size()));
    rows.forEach(
        (title, pointer) -> {
          StringBuilder row = new StringBuilder("| " + title + " |");
          runs.forEach((name, own) -> row.append(cell(name, pointer, runs, peers)));
          System.out.println(row);
        });
    System.out.println();
  }

  private static String cell(
      String name, String pointer, Map<String, List<JsonNode>> runs, List<String> peers) {
    if (!tells(runs, name, pointer)) {
      return " – |";
    }
    double own = median(runs.getOrDefault(name, List.of()), pointer);
    List<String> ratios = new ArrayList<>();
    for (String peer : peers) {
      if (runs.containsKey(peer) && !peers.contains(name) && tells(runs, peer, pointer)) {
        double ratio = own / median(runs.getOrDefault(peer, List.of()), pointer);
        ratios.add(String.format(Locale.ROOT, "%.2f", ratio));
      }
    }
    String value = String.format(Locale.ROOT, own < 10 ? " %.2f" : " %.1f", own);
    return ratios.isEmpty() ? value + " |" : value + " (" + String.join(", ", ratios) + ") |";
  }

  private static boolean tells(Map<String, List<JsonNode>> runs, String name, String pointer) {
    return runs.getOrDefault(name, List.of()).stream()
        .noneMatch(run -> run.at(pointer).isMissingNode());
  }

  private static double median(List<JsonNode> runs, String pointer) {
    double[] values =
        runs.stream().mapToDouble(run -> run.at(pointer).asDouble()).sorted().toArray();
    return values[values.length / 2];
  }
}
