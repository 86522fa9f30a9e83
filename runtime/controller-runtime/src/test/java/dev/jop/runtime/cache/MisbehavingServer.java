package dev.jop.runtime.cache;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Pipes;
import dev.jop.runtime.testing.ServerTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Lists and watches ConfigMaps as an API server does, and then as badly as a test says: for each
 * request the test may answer itself instead.
 */
final class MisbehavingServer implements AutoCloseable {

  private final ServedObjects objects = new ServedObjects();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Pipes> fronts = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean listening = true;
  private volatile boolean offersInitialEvents = true;
  private volatile boolean hasWatchCache = true;
  private volatile boolean compresses;
  private volatile Behaviour behaviour = (exchange, query) -> false;

  MisbehavingServer() {
    server = listen(0);
  }

  private HttpServer listen(int port) {
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      opened.setExecutor(threads);
      opened.createContext("/api/v1/configmaps", this::handle);
      opened.createContext("/api/v1/namespaces/ns/configmaps", this::handle);
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it holds. */
  ServedObjects objects() {
    return objects;
  }

  RestClient connect() {
    return RestClient.create(ClientConfigs.at("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** A connection by TLS, since no credentials are sent without. */
  RestClient connect(Supplier<String> tokens) {
    try {
      Authority authority = Authority.root("authority");
      Pipes front = Pipes.tls(ServerTls.by(authority), server.getAddress().getPort());
      fronts.add(front);
      return RestClient.create(
          ClientConfigs.trusting("https://localhost:" + front.port(), authority)
              .withCredentials(new Credentials.TokenSupplier(tokens)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void behave(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Ends the watches that run, and treats the next one so. */
  void behaveOnNextWatch(Behaviour behaviour) {
    behave(behaviour.times(1));
    cutWatches();
  }

  /** Whether it takes watches that begin with everything, as it does by default. */
  void offerInitialEvents(boolean offers) {
    offersInitialEvents = offers;
  }

  /** Whether lists that need not be the newest come whole, as they do by default. */
  void haveWatchCache(boolean has) {
    hasWatchCache = has;
  }

  /**
   * Whether watches that begin with everything are compressed for those who take it, as an API
   * server of version 1.37 does. It is not by default.
   */
  void compress(boolean compresses) {
    this.compresses = compresses;
  }

  /**
   * What was asked for: {@code initial}, {@code watch}, {@code list} or {@code page}, with the
   * resource version if there was one, and {@code whole} behind a list without a limit.
   */
  List<String> requests() {
    return requests;
  }

  /** Ends the watches that run; new ones are as the behaviour says. */
  void cutWatches() {
    cuts.incrementAndGet();
    objects.wakeUp();
  }

  /** Ends all connections and listens no more. */
  void stopListening() {
    listening = false;
    cutWatches();
    server.stop(0);
  }

  /** Listens again where it did before. */
  void listenAgain() {
    listening = true;
    server = listen(server.getAddress().getPort());
  }

  /** Says nothing more until the server ends. */
  boolean fallSilent() {
    return fallSilent(Duration.ofDays(1));
  }

  /** Says nothing for so long. */
  boolean fallSilent(Duration time) {
    try {
      boolean unused = end.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (!listening) {
      throw new IOException("came too late");
    }
    Map<String, String> query = new TreeMap<>();
    String asked = exchange.getRequestURI().getQuery();
    for (String part : asked == null ? new String[0] : asked.split("&", -1)) {
      int equals = part.indexOf('=');
      query.put(part.substring(0, equals), part.substring(equals + 1));
    }
    requests.add(name(query));
    if (compresses
        && Behaviour.isInitial(query)
        && "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    if (!behaviour.answer(exchange, query)) {
      if (query.containsKey("watch")) {
        watch(exchange, query);
      } else {
        list(exchange, query);
      }
    }
    exchange.close(); // in order; without it the connection is cut
  }

  private static String name(Map<String, String> query) {
    String version = query.getOrDefault("resourceVersion", "");
    String name =
        query.containsKey("sendInitialEvents")
            ? "initial"
            : query.containsKey("watch")
                ? "watch"
                : query.containsKey("continue") ? "page" : "list";
    String whole = name.equals("list") && !query.containsKey("limit") ? " whole" : "";
    return name + (version.isEmpty() ? "" : " " + version) + whole;
  }

  /** Answers with a status and a body. */
  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().remove("Content-Encoding");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Answers with an error. */
  static void refuse(HttpExchange exchange, int code, String reason) throws IOException {
    send(exchange, code, ServedObjects.status(code, reason, "no"));
  }

  /** Begins an answer of unknown length, as a watch is. */
  static void begin(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
  }

  /** Goes on with it. */
  static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(encoded(exchange, text));
    exchange.getResponseBody().flush();
  }

  /** Text as it goes over the wire: if it is compressed, in a member of its own. */
  static byte[] encoded(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!exchange.getResponseHeaders().containsKey("Content-Encoding")) {
      return bytes;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }

  /** The resource version that a request names, or -1. */
  static int version(Map<String, String> query) {
    return Integer.parseInt(query.getOrDefault("resourceVersion", "-1"));
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    if (refuseTooLarge(exchange, query)) {
      return;
    }
    if (query.containsKey("continue")) {
      String page = objects.page(query.getOrDefault("continue", "")).orElse("");
      send(
          exchange,
          page.isEmpty() ? 410 : 200,
          page.isEmpty() ? ServedObjects.status(410, "Expired", "too old") : page);
      return;
    }
    boolean cached = hasWatchCache && version(query) == 0;
    send(exchange, 200, objects.list(query.containsKey("limit") && !cached));
  }

  private boolean refuseTooLarge(HttpExchange exchange, Map<String, String> query)
      throws IOException {
    if (version(query) <= objects.version()) {
      return false;
    }
    String message = "Timeout: Too large resource version: " + version(query);
    send(exchange, 504, ServedObjects.status(504, "Timeout", message));
    return true;
  }

  private void watch(HttpExchange exchange, Map<String, String> query) throws IOException {
    int cutsBefore = cuts.get();
    ServedObjects.Events events;
    if (query.containsKey("sendInitialEvents")) {
      if (!offersInitialEvents) {
        refuse(exchange, 422, "Invalid");
        return;
      }
      if (refuseTooLarge(exchange, query)) {
        return;
      }
      begin(exchange);
      events = objects.initialEvents();
      write(exchange, String.join("", events.events()));
      write(exchange, ServedObjects.bookmark(events.version(), true));
    } else {
      begin(exchange);
      if (objects.isTooOld(version(query))) {
        write(exchange, ServedObjects.event("ERROR", ServedObjects.status(410, "Expired", "old")));
        return;
      }
      events = new ServedObjects.Events(version(query), List.of());
    }
    try {
      while (cuts.get() == cutsBefore) {
        events = objects.eventsAfter(events.version());
        write(exchange, String.join("", events.events()));
        objects.await(events.version());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    end.countDown();
    stopListening();
    fronts.forEach(Pipes::close);
    threads.shutdownNow();
  }
}
