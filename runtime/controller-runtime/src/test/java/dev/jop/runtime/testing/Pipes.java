package dev.jop.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Listens, and joins what it takes to another server, both ways, until either side ends. */
public final class Pipes implements AutoCloseable {

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Pipes(ServerSocketFactory factory, Joining joining) throws IOException {
    listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          try {
            while (true) {
              Socket taken = listening.accept();
              open.add(taken);
              threads.execute(() -> serve(taken, joining));
            }
          } catch (IOException closed) {
            // the test is over
          }
        });
  }

  /** Finds out where a connection is to lead; null if it is done with. */
  public interface Joining {
    @Nullable InetSocketAddress target(Socket taken) throws IOException;
  }

  /** Gives what is deciphered to a server of this machine. */
  public static Pipes tls(SSLContext context, int port) {
    return open(
        context.getServerSocketFactory(),
        taken -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** Joins each connection to what it asks for. */
  public static Pipes open(ServerSocketFactory factory, Joining joining) {
    try {
      return new Pipes(factory, joining);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return listening.getLocalPort();
  }

  private void serve(Socket taken, Joining joining) {
    try (taken) {
      InetSocketAddress target = joining.target(taken);
      if (target == null) {
        return;
      }
      try (Socket other = new Socket(target.getAddress(), target.getPort())) {
        open.add(other);
        threads.execute(() -> copy(other, taken));
        copy(taken, other);
      }
    } catch (IOException gone) {
      // either side sees it
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      byte[] piece = new byte[8192];
      for (int count = from.getInputStream().read(piece);
          count >= 0;
          count = from.getInputStream().read(piece)) {
        to.getOutputStream().write(piece, 0, count);
        to.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // the other side sees it
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
