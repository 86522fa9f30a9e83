package dev.jop.runtime.healthz;

import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.thread.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * An HTTP server for {@code /healthz} and {@code /readyz}.
 *
 * <p>It takes its port when it is made and answers when it is started. Without checks of its own an
 * endpoint has one named {@code ping}.
 */
public final class HealthServer implements AutoCloseable {

  private static final int BACKLOG = 32;

  private final HttpServer server;
  private final HealthEndpoint healthz = new HealthEndpoint("/healthz");
  private final HealthEndpoint readyz = new HealthEndpoint("/readyz");
  private boolean started;

  private HealthServer(HttpServer server) {
    this.server = server;
    server.createContext("/healthz", healthz);
    server.createContext("/readyz", readyz);
    server.setExecutor(probe -> Threads.start("health-probe", probe));
  }

  /**
   * Takes a port.
   *
   * @param address where to listen; port 0 takes any free one
   * @throws UncheckedIOException if it cannot be had, as when another program has it (M14)
   */
  public static HealthServer listen(InetSocketAddress address) {
    try {
      return new HealthServer(HttpServer.create(address, BACKLOG));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "health probes cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Adds a check that says whether the program has to be restarted. */
  public void addHealthzCheck(String name, HealthCheck check) {
    healthz.add(name, check);
  }

  /** Adds a check that says whether the program can be sent work. */
  public void addReadyzCheck(String name, HealthCheck check) {
    readyz.add(name, check);
  }

  /** Begins to answer. */
  public synchronized void start() {
    if (!started) {
      started = true;
      server.start();
    }
  }

  /** Gives the port back and breaks off what is being answered. May be called twice. */
  @Override
  public void close() {
    start(); // a server that was never started would keep its port
    server.stop(0);
  }
}
