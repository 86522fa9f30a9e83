package dev.jop.runtime.cache;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.client.RestClient;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lists and watches ConfigMaps as an API server does, and then as badly as a test says: for each
 * request the test may answer itself instead. What it holds is changed by the test before it asks.
 */
final class MisbehavingServer implements AutoCloseable {

  /** What a test does to a request: true if it has answered. */
  @FunctionalInterface
  interface Behaviour {
    boolean answer(HttpExchange exchange, Map<String, String> query) throws IOException;
  }

  private record Change(int version, String type, String name) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Integer> objects = new TreeMap<>();
  private int version = 100;
  private int cuts;
  private volatile Behaviour behaviour = (exchange, query) -> false;

  MisbehavingServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/api/v1/configmaps", this::handle);
    server.start();
  }

  RestClient connect() {
    return RestClient.create(config().build());
  }

  RestClient connect(OAuthTokenProvider tokens) {
    return RestClient.create(config().withOauthTokenProvider(tokens).build());
  }

  private ConfigBuilder config() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new ConfigBuilder(Config.empty()).withMasterUrl(url);
  }

  void behave(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Creates an object or changes it. */
  synchronized void put(String name) {
    version++;
    String type = objects.put(name, version) == null ? "ADDED" : "MODIFIED";
    changes.add(new Change(version, type, name));
    notifyAll();
  }

  synchronized void delete(String name) {
    version++;
    objects.remove(name);
    changes.add(new Change(version, "DELETED", name));
    notifyAll();
  }

  /** What is there: names and versions. */
  synchronized Map<String, Integer> objects() {
    return new TreeMap<>(objects);
  }

  /** Ends the watches that run; new ones are as the behaviour says. */
  synchronized void cutWatches() {
    cuts++;
    notifyAll();
  }

  /** Forgets how it came to what is there, so that old versions are too old. */
  synchronized void compact() {
    changes.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = new TreeMap<>();
    for (String part : exchange.getRequestURI().getQuery().split("&", -1)) {
      int equals = part.indexOf('=');
      query.put(part.substring(0, equals), part.substring(equals + 1));
    }
    try {
      if (behaviour.answer(exchange, query)) {
        return;
      }
      if (!query.containsKey("watch")) {
        send(exchange, 200, list(query));
      } else {
        watch(exchange, query);
      }
    } finally {
      exchange.close();
    }
  }

  /** Answers with a status and a body. */
  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A Status object, as an API server's errors have it. */
  static String status(int code, String reason) {
    return "{\"kind\":\"Status\",\"code\":"
        + code
        + ",\"reason\":\""
        + reason
        + "\",\"message\":\"no\"}";
  }

  private synchronized String list(Map<String, String> query) {
    List<String> all = new ArrayList<>();
    objects.forEach((name, own) -> all.add(object(name, own)));
    int from =
        query.getOrDefault("continue", "").isEmpty()
            ? 0
            : Integer.parseInt(query.getOrDefault("continue", ""));
    int to = Math.min(all.size(), from + 2); // short pages, whatever the limit
    String items = String.join(",", all.subList(from, to));
    String next = to < all.size() ? ",\"continue\":\"" + to + "\"" : "";
    return "{\"metadata\":{\"resourceVersion\":\""
        + version
        + "\""
        + next
        + "},\"items\":["
        + items
        + "]}";
  }

  private void watch(HttpExchange exchange, Map<String, String> query) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    int seen;
    if (query.containsKey("sendInitialEvents")) {
      String initial = initialEvents();
      seen = Integer.parseInt(initial.substring(0, initial.indexOf(' ')));
      body.write(initial.substring(initial.indexOf(' ')).getBytes(StandardCharsets.UTF_8));
    } else {
      seen = Integer.parseInt(query.get("resourceVersion"));
      if (seen < compactedTo()) {
        body.write(event("ERROR", status(410, "Expired")).getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
    body.flush();
    int cutsBefore = cuts();
    while (cuts() == cutsBefore) {
      String events = eventsAfter(seen, cutsBefore);
      seen = Integer.parseInt(events.substring(0, events.indexOf(' ')));
      body.write(events.substring(events.indexOf(' ')).getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  private synchronized int cuts() {
    return cuts;
  }

  private synchronized int compactedTo() {
    return changes.isEmpty() ? version : changes.get(0).version - 1;
  }

  private synchronized String initialEvents() {
    StringBuilder events = new StringBuilder(version + " ");
    objects.forEach((name, own) -> events.append(event("ADDED", object(name, own))));
    return events.append(bookmark(version, true)).toString();
  }

  /** Waits for changes, and gives the last version and the events. */
  private synchronized String eventsAfter(int seen, int cutsBefore) throws IOException {
    try {
      while (version <= seen && cuts == cutsBefore) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return version + " " + history(seen);
  }

  /** The events behind a version, as a watch sends them. */
  synchronized String history(int after) {
    StringBuilder events = new StringBuilder();
    for (Change change : changes) {
      if (change.version > after) {
        events.append(event(change.type, object(change.name, change.version)));
      }
    }
    return events.toString();
  }

  static String event(String type, String object) {
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
  }

  static String bookmark(int version, boolean endsInitial) {
    String annotations =
        endsInitial ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
    return event(
        "BOOKMARK", "{\"metadata\":{\"resourceVersion\":\"" + version + "\"" + annotations + "}}");
  }

  static String object(String name, int version) {
    return "{\"metadata\":{\"namespace\":\"ns\",\"name\":\""
        + name
        + "\",\"uid\":\"u-"
        + name
        + "\",\"resourceVersion\":\""
        + version
        + "\"},\"data\":{\"text\":\"日本 é {\\\"😀\"}}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
