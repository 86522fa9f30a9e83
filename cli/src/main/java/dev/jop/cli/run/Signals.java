package dev.jop.cli.run;

import dev.jop.cli.CommandException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Lets the wishes to stop, SIGINT and SIGTERM, call something instead of ending this process.
 *
 * <p>A shutdown hook would not do: the control plane has one too, and all of them run at once. The
 * JVM's interface to signals is not part of the platform's API and javac refuses to compile against
 * it without a warning, so it is looked up.
 */
final class Signals {
  private static final List<String> NAMES = List.of("INT", "TERM");

  private Signals() {}

  /** Calls {@code stop} for each signal from now on, until the process ends. */
  static void handle(Runnable stop) {
    try {
      for (String name : NAMES) {
        handle(name, stop);
      }
    } catch (ReflectiveOperationException e) {
      throw new CommandException("this Java cannot handle signals; use another JDK", e);
    }
  }

  private static void handle(String name, Runnable stop) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    InvocationHandler body =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            stop.run();
          }
          return null;
        };
    Object proxy =
        Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, body);
    Method handle = signal.getMethod("handle", signal, handler);
    handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }
}
