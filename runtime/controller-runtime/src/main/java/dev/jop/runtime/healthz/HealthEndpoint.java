package dev.jop.runtime.healthz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Answers for one path and what is below it: all checks, or the one that is named. */
final class HealthEndpoint implements HttpHandler {

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
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String rest = exchange.getRequestURI().getPath().substring(path.length());
      if (rest.isEmpty() || rest.equals("/")) {
        answerAll(exchange);
      } else if (rest.startsWith("/") && named().containsKey(rest.substring(1))) {
        answerOne(exchange, rest.substring(1));
      } else {
        send(exchange, 404, "404 page not found\n");
      }
    }
  }

  private void answerAll(HttpExchange exchange) throws IOException {
    boolean verbose = false;
    Set<String> excluded = new HashSet<>();
    for (String parameter : query(exchange)) {
      verbose |= parameter.equals("verbose") || parameter.startsWith("verbose=");
      if (parameter.startsWith("exclude=")) {
        excluded.add(parameter.substring("exclude=".length()));
      }
    }
    HealthReport report = HealthReport.of(path.substring(1), named(), excluded);
    send(
        exchange,
        report.healthy() ? 200 : 500,
        report.healthy() && !verbose ? "ok" : report.text());
  }

  private void answerOne(HttpExchange exchange, String name) throws IOException {
    SortedMap<String, HealthCheck> one = new TreeMap<>();
    one.put(name, named().getOrDefault(name, HealthCheck.ping()));
    HealthReport report = HealthReport.of(path.substring(1), one, Collections.emptySet());
    send(
        exchange,
        report.healthy() ? 200 : 500,
        report.healthy() ? "ok" : "internal server error: reason withheld\n");
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

  private static String[] query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? new String[0]
        : URLDecoder.decode(query, StandardCharsets.UTF_8).split("&", -1);
  }

  private static void send(HttpExchange exchange, int code, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(code, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
