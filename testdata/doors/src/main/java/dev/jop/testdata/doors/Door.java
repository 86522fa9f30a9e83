package dev.jop.testdata.doors;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * An HTTP server as its library wants it to be set up, with the limits that the library itself has.
 *
 * <p>Each answers {@code GET /} with {@code ok}, {@code POST /} with the length of the body, and
 * {@code GET /big} with {@link #BIG} bytes.
 */
interface Door {

  /** What a library that can shall give a client for the head of a request, and for a pause. */
  Duration PATIENCE = Duration.ofSeconds(3);

  /** The metrics of a large operator; a hundred of them are more than the heap. */
  int BIG = 1024 * 1024;

  /** The most that the head and the body of a request may have, in bytes. */
  int MAX_HEAD = 64 * 1024;

  int MAX_BODY = 1024 * 1024;

  void open(int port) throws Exception;

  /** The door of a name; no class of another one is loaded. */
  static Door named(String name) {
    return switch (name) {
      case "plain" -> new PlainDoor();
      case "jdk" -> new JdkDoor();
      case "jetty" -> new JettyDoor();
      case "undertow" -> new UndertowDoor();
      case "netty" -> new NettyDoor();
      case "httpcore" -> new HttpCoreDoor();
      case "room" -> new RoomDoor();
      default -> throw new IllegalArgumentException("no door is named " + name);
    };
  }

  /** Opens one door, named, on a port, and keeps it open until the process is told to stop. */
  static void main(String[] args) throws Exception {
    named(args[0]).open(Integer.parseInt(args[1]));
    new CountDownLatch(1).await();
  }
}
