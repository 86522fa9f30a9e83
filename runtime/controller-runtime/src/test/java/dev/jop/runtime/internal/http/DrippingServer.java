package dev.jop.runtime.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Begins to answer each connection, and then says the same again and again without an end. */
final class DrippingServer implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CopyOnWriteArrayList<Socket> open = new CopyOnWriteArrayList<>();
  private final String start;
  private final String again;
  private final long pauseMillis;

  /**
   * A server.
   *
   * @param start what it says first, once something came
   * @param again what it says then
   * @param pauseMillis how long it waits before each time
   */
  DrippingServer(String start, String again, long pauseMillis) throws IOException {
    this.start = start;
    this.again = again;
    this.pauseMillis = pauseMillis;
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int first = in.read();
      out.write(start.getBytes(StandardCharsets.ISO_8859_1));
      while (first >= 0 && !Thread.interrupted()) {
        out.write(again.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (pauseMillis > 0) {
          Thread.sleep(pauseMillis);
        }
      }
    } catch (IOException | InterruptedException gone) {
      // the client was right to go
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
