package dev.jop.controllergen.discovery;

import dev.jop.controllergen.source.JarText;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The lists of the API server's own resources.
 *
 * <p>A line is {@code group resource kind scope verbs}; the core group is written as {@code core}.
 * One list is what the server tells, the other what it only asks its authorizer about.
 */
final class ResourceTable {
  static final String SERVED = "served.txt";
  private static final String VIRTUAL = "virtual.txt";
  private static final String CORE = "core";

  private ResourceTable() {}

  static List<ApiResource> read() {
    return Stream.of(SERVED, VIRTUAL).flatMap(file -> read(file).stream()).toList();
  }

  static List<ApiResource> read(String file) {
    return JarText.read(ResourceTable.class, file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(ResourceTable::resource)
        .toList();
  }

  static String line(ApiResource resource) {
    return String.join(
        " ",
        resource.group().isEmpty() ? CORE : resource.group(),
        resource.name(),
        resource.kind(),
        resource.namespaced() ? "namespaced" : "cluster",
        String.join(",", resource.verbs()));
  }

  private static ApiResource resource(String line) {
    String[] parts = line.split(" ", -1);
    return new ApiResource(
        parts[0].equals(CORE) ? "" : parts[0],
        parts[1],
        parts[2],
        parts[3].equals("namespaced"),
        new TreeSet<>(List.of(parts[4].split(",", -1))));
  }
}
