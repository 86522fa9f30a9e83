package dev.jop.runtime.manager;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Listens to SIGTERM and SIGINT: the first asks to stop, the second ends the process at once with
 * exit code 1.
 *
 * <p>A shutdown hook would not do: with it a process that was asked to stop ends with a failure's
 * exit code, however well it stopped. The JVM's own interface to signals is not part of the
 * platform's API, so it is looked up, and where it is missing a hook has to do.
 */
final class Signals {

  private static final List<String> NAMES = List.of("TERM", "INT");

  private Signals() {}

  /**
   * Begins to listen, until the process ends.
   *
   * @param onFirst is told the signal's name; runs in a thread of the JVM
   * @param stopped waits until all has stopped, for the case that a hook has to do
   */
  static void listen(Consumer<String> onFirst, Runnable stopped) {
    AtomicBoolean received = new AtomicBoolean();
    Consumer<String> receive =
        name -> {
          if (received.getAndSet(true)) {
            Runtime.getRuntime().halt(1);
          }
          onFirst.accept(name);
        };
    try {
      for (String name : NAMES) {
        handle(name, receive);
      }
    } catch (ReflectiveOperationException unavailable) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    onFirst.accept("shutdown");
                    stopped.run();
                  }));
    }
  }

  private static void handle(String name, Consumer<String> receive)
      throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    InvocationHandler body =
        (proxy, method, arguments) -> {
          if (!method.getName().equals("handle")) {
            return method.invoke(name, arguments); // toString and the like
          }
          receive.accept("SIG" + name);
          return null;
        };
    Object proxy =
        Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, body);
    Method handle = signal.getMethod("handle", signal, handler);
    handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }
}
