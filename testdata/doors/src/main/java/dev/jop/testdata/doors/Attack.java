package dev.jop.testdata.doors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many clients that misbehave in one way.
 *
 * @param name what they do
 * @param clients how many they are
 * @param begin what each sends at first
 * @param drip what each sends of it again and again, a byte at a time; empty for silence
 */
record Attack(String name, int clients, String begin, String drip) {

  private static final int ROUND_MILLIS = 500;

  /** How often the clients drip until a server counts as one that never lets go. */
  private static final int ROUNDS = 40;

  static List<Attack> all() {
    String head = "GET / HTTP/1.1\r\nHost: x\r\nX-Half: a";
    String body = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc";
    return List.of(
        new Attack("400 half-sent heads", 400, head, ""),
        new Attack("400 dripped heads", 400, head, "a"),
        new Attack("400 half-sent bodies", 400, body, ""),
        new Attack("400 dripped bodies", 400, body, "a"),
        new Attack("100 that do not read", 100, "GET /big HTTP/1.1\r\nHost: x\r\n\r\n", ""));
  }

  /** Lets the clients loose on a server and tells what becomes of it. */
  void on(Target target, Siege.Report report) throws Exception {
    int threads = target.threads();
    double megabytes = target.residentMegabytes();
    List<SocketChannel> open = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        SocketChannel client = SocketChannel.open();
        open.add(client);
        client.setOption(
            StandardSocketOptions.SO_RCVBUF, 4096); // who does not read lets little come
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
        client.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.US_ASCII)));
        client.configureBlocking(false);
      }
      TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
      report.say(name + ": threads", target.threads() - threads);
      report.say(name + ": MB", target.residentMegabytes() - megabytes);
      report.say(name + ": probe ms", probeMillis(target));
      report.say(name + ": all gone after s", secondsUntilGone(open, target));
    } finally {
      for (SocketChannel client : open) {
        client.close();
      }
    }
    TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
  }

  private static double probeMillis(Target target) {
    long begin = System.nanoTime();
    try {
      return Target.probe(target.port(), 10_000).startsWith("HTTP/1.1 200")
          ? (System.nanoTime() - begin) / 1e6
          : Double.POSITIVE_INFINITY;
    } catch (IOException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private double secondsUntilGone(List<SocketChannel> open, Target target) throws Exception {
    long begin = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      if (target.connections() == 0) {
        return (System.nanoTime() - begin) / 1e9;
      }
      for (SocketChannel client : drip.isEmpty() ? List.<SocketChannel>of() : open) {
        drip(client);
      }
      TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
    }
    return Double.POSITIVE_INFINITY;
  }

  private void drip(SocketChannel client) {
    try {
      client.write(ByteBuffer.wrap(drip.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      // the server has closed it, which it is counted for elsewhere
    }
  }
}
