package dev.jop.runtime.cache;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Answers each request badly, in one of many ways that a seed chooses: the n-th request of a run is
 * always treated in the same way. Most are answered well in the end, or there would be no progress.
 *
 * <p>It duplicates and reorders as a broken server may and no further: what it changes the order of
 * is sent whole, for nobody can know what is missing behind what came too early; and the life of an
 * object is not put before the end of the one before it.
 */
final class Chaos implements Behaviour {

  /** What is done to a request. */
  enum Fault {
    NONE,
    REFUSE,
    REFUSE_WITH_TIME,
    EXPIRE,
    CUT,
    END_AMID_AN_OBJECT,
    END_AT_ONCE,
    STALL,
    PAUSE,
    DRIP,
    DUPLICATE,
    REORDER,
    ERROR_EVENT,
    UNREADABLE,
    BREAK_JSON,
    ANSWER_SOMETHING_ELSE,
    NO_BOOKMARK,
    FORGET_PAGES
  }

  /** After how long of silence the reflector is to give a watch up. */
  static final Duration IDLE = Duration.ofMillis(50);

  private static final String[] SOMETHING_ELSE = {
    "",
    "{}",
    "<html>a page of a proxy</html>",
    "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}",
    "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}",
    ServedObjects.status(200, "", "fine"),
    ServedObjects.bookmark(1, true).replace("ConfigMap", "Secret")
  };

  private static final int[] REFUSALS = {401, 403, 404, 408, 429, 500, 502, 503, 504};

  private final long seed;
  private final MisbehavingServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<Fault, Integer> done = Collections.synchronizedMap(new HashMap<>());
  private volatile boolean over;

  Chaos(long seed, MisbehavingServer server) {
    this.seed = seed;
    this.server = server;
  }

  /** From now on all is answered well. */
  void end() {
    over = true;
    server.cutWatches();
  }

  /** Which faults were made, and how often. */
  Map<Fault, Integer> done() {
    return done;
  }

  @Override
  public boolean answer(HttpExchange exchange, Map<String, String> query) throws IOException {
    if (over) {
      return false;
    }
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + requests.getAndIncrement());
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    done.merge(fault, 1, Integer::sum);
    switch (fault) {
      case REFUSE, REFUSE_WITH_TIME -> {
        if (fault == Fault.REFUSE_WITH_TIME) {
          exchange.getResponseHeaders().add("Retry-After", "0");
        }
        MisbehavingServer.refuse(exchange, REFUSALS[random.nextInt(REFUSALS.length)], "Odd");
        return true;
      }
      case EXPIRE -> {
        server.objects().compact();
        if (random.nextBoolean()) {
          return false;
        }
        MisbehavingServer.refuse(exchange, 410, "Expired");
        return true;
      }
      case END_AT_ONCE -> {
        MisbehavingServer.begin(exchange);
        return true;
      }
      case ANSWER_SOMETHING_ELSE -> {
        String answer = SOMETHING_ELSE[random.nextInt(SOMETHING_ELSE.length)];
        MisbehavingServer.send(exchange, 200, answer);
        return true;
      }
      case FORGET_PAGES -> {
        server.objects().forgetSnapshots();
        return false;
      }
      default -> {
        return query.containsKey("watch")
            ? watch(exchange, query, fault, random)
            : list(exchange, fault, random);
      }
    }
  }

  private boolean list(HttpExchange exchange, Fault fault, RandomGenerator random)
      throws IOException {
    if (fault == Fault.BREAK_JSON
        || fault == Fault.CUT
        || fault == Fault.END_AMID_AN_OBJECT
        || fault == Fault.STALL
        || fault == Fault.PAUSE) {
      send(exchange, List.of(server.objects().list(false)), fault, random);
      return true;
    }
    return false;
  }

  private boolean watch(
      HttpExchange exchange, Map<String, String> query, Fault fault, RandomGenerator random)
      throws IOException {
    if (fault == Fault.NONE) {
      return false;
    }
    boolean initial = query.containsKey("sendInitialEvents");
    int version = MisbehavingServer.version(query);
    if (!initial && server.objects().isTooOld(version)) {
      return false;
    }
    List<String> events = new ArrayList<>();
    if (initial) {
      ServedObjects.Events beginning = server.objects().initialEvents();
      events.addAll(beginning.events());
      version = beginning.version();
      if (fault != Fault.NO_BOOKMARK) {
        events.add(ServedObjects.bookmark(version, true));
      }
    } else {
      events.addAll(events(server.objects().changesAfter(version), fault, random));
    }
    if (fault == Fault.ERROR_EVENT) {
      int code = REFUSALS[random.nextInt(REFUSALS.length)];
      events.add(ServedObjects.event("ERROR", ServedObjects.status(code, "Odd", "no")));
    } else if (fault == Fault.UNREADABLE) {
      events.add(random.nextInt(events.size() + 1), "{\"type\":\"ADDED\",\"object\":{}}");
    }
    MisbehavingServer.begin(exchange);
    send(exchange, events, fault, random);
    return true;
  }

  private static List<String> events(
      List<ServedObjects.Change> changes, Fault fault, RandomGenerator random) {
    List<ServedObjects.Change> sent = new ArrayList<>(changes);
    if (fault == Fault.DUPLICATE && !sent.isEmpty()) {
      int from = random.nextInt(sent.size());
      sent.addAll(changes.subList(from, changes.size()));
    } else if (fault == Fault.REORDER) {
      for (int i = 1; i < sent.size(); i++) {
        ServedObjects.Change one = sent.get(i - 1);
        ServedObjects.Change other = sent.get(i);
        boolean sameName = one.name().equals(other.name());
        boolean updates = one.type().equals("MODIFIED") && other.type().equals("MODIFIED");
        if (random.nextBoolean() && (!sameName || updates)) {
          Collections.swap(sent, i - 1, i);
        }
      }
      if (!sent.isEmpty()) { // from where the next watch goes on
        sent.add(sent.stream().max((a, b) -> a.version() - b.version()).orElseThrow());
      }
    }
    return sent.stream().map(ServedObjects.Change::event).toList();
  }

  private void send(HttpExchange exchange, List<String> parts, Fault fault, RandomGenerator random)
      throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    for (String part : parts) {
      encoded.writeBytes(MisbehavingServer.encoded(exchange, part));
    }
    byte[] bytes = encoded.toByteArray();
    if (exchange.getResponseCode() == -1) {
      MisbehavingServer.begin(exchange);
    }
    int length = random.nextInt(bytes.length + 1);
    switch (fault) {
      case CUT -> {
        write(exchange, Arrays.copyOf(bytes, length));
        throw new IOException("cut");
      }
      case END_AMID_AN_OBJECT -> write(exchange, Arrays.copyOf(bytes, length));
      case STALL -> {
        write(exchange, Arrays.copyOf(bytes, length));
        server.fallSilent();
      }
      case PAUSE -> { // as 30 seconds are to the default of two minutes
        write(exchange, Arrays.copyOf(bytes, length));
        server.fallSilent(IDLE.dividedBy(4));
        write(exchange, Arrays.copyOfRange(bytes, length, bytes.length));
      }
      case BREAK_JSON -> {
        write(exchange, withAWrongByte(bytes, random));
        server.fallSilent(IDLE.dividedBy(2));
      }
      case DRIP -> {
        for (byte b : bytes) {
          write(exchange, new byte[] {b});
        }
      }
      default -> write(exchange, bytes);
    }
  }

  /** One of those that hold JSON together, so that it is noticed. */
  private static byte[] withAWrongByte(byte[] bytes, RandomGenerator random) {
    byte[] wrong = bytes.clone();
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    while (at < bytes.length && "{}[]\":,".indexOf(bytes[at]) < 0) {
      at++;
    }
    if (at < bytes.length) {
      wrong[at] = (byte) "]}{[".charAt(random.nextInt(4));
    }
    return wrong;
  }

  private static void write(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }
}
