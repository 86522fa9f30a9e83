package dev.jop.runtime.manager;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Listens to SIGTERM and SIGINT for all managers that run in this process: the first signal asks
 * each of them to stop, the second ends the process at once with exit code 1.
 *
 * <p>A shutdown hook would not do: with it a process that was asked to stop ends with a failure's
 * exit code, however well it stopped. The JVM's own interface to signals is not part of the
 * platform's API, so it is looked up, and where it is missing a hook has to do.
 */
final class Signals {

  private static final List<String> NAMES = List.of("TERM", "INT");
  private static final List<Consumer<String>> LISTENERS = new ArrayList<>();

  /** What the process did at each signal before anybody listened. */
  private static final Map<String, Object> BEFORE = new LinkedHashMap<>();

  private static boolean received;

  private Signals() {}

  /**
   * Begins to listen.
   *
   * @param onFirst is told the signal's name; runs in a thread of the JVM
   * @param stopped waits until all has stopped, for the case that a hook has to do
   */
  static void listen(Consumer<String> onFirst, Runnable stopped) {
    synchronized (LISTENERS) {
      LISTENERS.add(onFirst);
      if (LISTENERS.size() > 1) {
        return;
      }
      received = false;
      try {
        for (String name : NAMES) {
          BEFORE.put(name, handle(name, handler(name)));
        }
        return;
      } catch (ReflectiveOperationException unavailable) {
        LISTENERS.remove(onFirst);
      }
    }
    Runnable hook =
        () -> {
          onFirst.accept("shutdown");
          stopped.run();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(hook));
  }

  /** Listens no more; after the last one the process does at a signal what it did before. */
  static void ignore(Consumer<String> onFirst) {
    synchronized (LISTENERS) {
      if (!LISTENERS.remove(onFirst) || !LISTENERS.isEmpty()) {
        return;
      }
      try {
        for (Map.Entry<String, Object> before : BEFORE.entrySet()) {
          handle(before.getKey(), before.getValue());
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a signal could be handled once but not again", e);
      }
    }
  }

  private static void receive(String name) {
    List<Consumer<String>> told;
    synchronized (LISTENERS) {
      if (received) {
        Runtime.getRuntime().halt(1);
      }
      received = true;
      told = List.copyOf(LISTENERS);
    }
    told.forEach(listener -> listener.accept(name));
  }

  private static Object handler(String name) throws ReflectiveOperationException {
    InvocationHandler body =
        (proxy, method, arguments) -> {
          if (!method.getName().equals("handle")) {
            return method.invoke(name, arguments); // toString and the like
          }
          receive("SIG" + name);
          return null;
        };
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {Class.forName("sun.misc.SignalHandler")},
        body);
  }

  /** Handles a signal from now on and gives who did so before. */
  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }
}
