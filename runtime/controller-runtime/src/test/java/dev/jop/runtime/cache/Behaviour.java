package dev.jop.runtime.cache;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What a test does to a request instead of what a good server does. */
@FunctionalInterface
interface Behaviour {

  /** Whether it has answered. If it throws, the connection is cut. */
  boolean answer(HttpExchange exchange, Map<String, String> query) throws IOException;

  /** Answers with an error. */
  static Behaviour refuse(int code, String reason) {
    return (exchange, query) -> {
      MisbehavingServer.refuse(exchange, code, reason);
      return true;
    };
  }

  /** Says this, as in a watch, and ends in order. */
  static Behaviour say(String... events) {
    String text = String.join("", events);
    return (exchange, query) -> {
      MisbehavingServer.begin(exchange);
      MisbehavingServer.write(exchange, text);
      return true;
    };
  }

  /** The same, and then nothing more until the server ends. */
  default Behaviour thenSilence(MisbehavingServer server) {
    return (exchange, query) -> answer(exchange, query) && server.fallSilent();
  }

  /** The same, and then the connection is cut. */
  default Behaviour thenCut() {
    return (exchange, query) -> {
      if (answer(exchange, query)) {
        throw new IOException("cut");
      }
      return false;
    };
  }

  /** The same to so many requests. */
  default Behaviour times(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return whenever(() -> left.getAndDecrement() > 0);
  }

  /** The same to requests that come while a condition holds. */
  default Behaviour whenever(BooleanSupplier condition) {
    return (exchange, query) -> condition.getAsBoolean() && answer(exchange, query);
  }

  /** The same to requests of such a query. */
  default Behaviour on(Predicate<Map<String, String>> condition) {
    return (exchange, query) -> condition.test(query) && answer(exchange, query);
  }

  /** Whether a watch is asked for that begins with everything. */
  static boolean isInitial(Map<String, String> query) {
    return query.containsKey("sendInitialEvents");
  }
}
