package dev.jop.runtime.healthz;

import dev.jop.runtime.internal.server.HttpServer;
import dev.jop.runtime.internal.server.ServerOptions;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Set;

/**
 * An HTTP server for {@code /healthz} and {@code /readyz}.
 *
 * <p>It takes its port when it is made and answers when it is started. Without checks of its own an
 * endpoint has one named {@code ping}. A probe is answered however many other clients dawdle.
 */
public final class HealthServer implements AutoCloseable {

  /** Probes are small, and few at a time. */
  private static final ServerOptions OPTIONS =
      ServerOptions.builder()
          .maxHeaderBytes(64 * 1024)
          .maxBodyBytes(64 * 1024)
          .maxHeldBytes(1 << 20)
          .maxHandlers(16)
          .build();

  private final HttpServer server;
  private final HealthEndpoint healthz = new HealthEndpoint("/healthz");
  private final HealthEndpoint readyz = new HealthEndpoint("/readyz");

  private HealthServer(HttpServer server) {
    this.server = server;
    server.handleBelow("/healthz", Set.of(), healthz);
    server.handleBelow("/readyz", Set.of(), readyz);
  }

  /**
   * Takes a port.
   *
   * @param address where to listen; port 0 takes any free one
   * @throws UncheckedIOException if it cannot be had, as when another program has it (M14)
   */
  public static HealthServer listen(InetSocketAddress address) {
    return new HealthServer(HttpServer.listen("health probes", address, OPTIONS));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Adds a check that says whether the program has to be restarted. */
  public void addHealthzCheck(String name, HealthCheck check) {
    healthz.add(name, check);
  }

  /** Adds a check that says whether the program can be sent work. */
  public void addReadyzCheck(String name, HealthCheck check) {
    readyz.add(name, check);
  }

  /** Begins to answer, soon after this returns; who asks before that waits. */
  public void start() {
    server.start();
  }

  /** Gives the port back and breaks off what is being answered. May be called twice. */
  @Override
  public void close() {
    server.close();
  }
}
