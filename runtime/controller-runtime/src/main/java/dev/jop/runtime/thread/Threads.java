package dev.jop.runtime.thread;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/** Makes threads: virtual ones where the JVM has them, daemon threads elsewhere. */
public final class Threads {

  private static final ThreadFactory FACTORY = factory();

  private Threads() {}

  /**
   * Starts a named thread. It does not keep the JVM alive.
   *
   * @param name what the thread does, as it shall stand in a thread dump
   */
  public static Thread start(String name, Runnable body) {
    Thread thread = unstarted(name, body);
    thread.start();
    return thread;
  }

  /** Makes a thread that somebody else starts. */
  public static Thread unstarted(String name, Runnable body) {
    Thread thread = FACTORY.newThread(body);
    thread.setName(name);
    return thread;
  }

  private static ThreadFactory factory() {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Method ofVirtual = Thread.class.getMethod("ofVirtual");
      return (ThreadFactory) builder.getMethod("factory").invoke(ofVirtual.invoke(null));
    } catch (ReflectiveOperationException noVirtualThreads) {
      return Threads::daemon;
    }
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    return thread;
  }
}
