package dev.jop.runtime.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Says on each connection, request by request, just the bytes that a test wants. */
public final class ScriptedServer implements AutoCloseable {

  /** What is said to a request; empty to say nothing, null to close the connection. */
  @FunctionalInterface
  public interface Script {
    @Nullable String answer(int connection, int request) throws Exception;
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Script script;

  /** A server of HTTP without TLS, on 127.0.0.1. */
  public ScriptedServer(Script script) throws IOException {
    this.script = script;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** How many connections were opened. */
  public int connections() {
    return connections.get();
  }

  /** How many connections have ended. */
  public int closed() {
    return closed.get();
  }

  /** Says something on all connections without being asked. */
  public void say(String bytes) throws IOException {
    for (Socket socket : open) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The heads of the requests that came. */
  public List<String> requests() {
    return requests;
  }

  /** Closes the connections that are open, but goes on to listen. */
  public void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        int connection = connections.incrementAndGet();
        threads.execute(() -> serve(socket, connection));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      for (int request = 1; readRequest(in); request++) {
        String answer = script.answer(connection, request);
        if (answer == null) {
          return;
        }
        out.write(answer.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (Exception gone) {
      // the client sees it
    } finally {
      closed.incrementAndGet();
    }
  }

  private boolean readRequest(BufferedReader in) throws IOException {
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    for (int i = 0; i < length; i++) {
      head.append((char) in.read());
    }
    if (head.length() > 0) {
      requests.add(head.toString());
    }
    return head.length() > 0;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
    threads.shutdownNow();
  }
}
