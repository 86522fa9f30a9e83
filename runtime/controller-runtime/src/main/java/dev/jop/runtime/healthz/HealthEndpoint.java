package dev.jop.runtime.healthz;

import dev.jop.runtime.internal.server.Handler;
import dev.jop.runtime.internal.server.Request;
import dev.jop.runtime.internal.server.Response;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Answers for one path and what is below it: all checks, or the one that is named. */
final class HealthEndpoint implements Handler {

  private final String path;
  private final SortedMap<String, HealthCheck> checks = new ConcurrentSkipListMap<>();

  /**
   * An endpoint without checks, which is well.
   *
   * @param path the path, such as {@code /healthz}
   */
  HealthEndpoint(String path) {
    this.path = path;
  }

  void add(String name, HealthCheck check) {
    if (checks.putIfAbsent(name, check) != null) {
      throw new IllegalArgumentException(path + " has a check named " + name + " already");
    }
  }

  @Override
  public Response handle(Request request) {
    String rest = request.path().substring(path.length());
    if (rest.isEmpty() || rest.equals("/")) {
      return all(request);
    }
    HealthCheck named = named().get(rest.substring(1));
    return named == null
        ? Response.text(404, "404 page not found\n")
        : one(rest.substring(1), named);
  }

  private Response all(Request request) {
    HealthReport report =
        HealthReport.of(path.substring(1), named(), Set.copyOf(request.parameters("exclude")));
    boolean verbose = request.query().containsKey("verbose");
    return Response.text(
        report.healthy() ? 200 : 500, report.healthy() && !verbose ? "ok" : report.text());
  }

  private Response one(String name, HealthCheck check) {
    SortedMap<String, HealthCheck> one = new TreeMap<>(Map.of(name, check));
    return HealthReport.of(path.substring(1), one, Set.of()).healthy()
        ? Response.text(200, "ok")
        : Response.text(500, "internal server error: reason withheld\n");
  }

  /** The checks, or a ping where there are none. */
  private SortedMap<String, HealthCheck> named() {
    if (!checks.isEmpty()) {
      return checks;
    }
    SortedMap<String, HealthCheck> ping = new TreeMap<>();
    ping.put("ping", HealthCheck.ping());
    return ping;
  }
}
