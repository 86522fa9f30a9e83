package dev.jop.testdata.doors;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that two readers may read in two ways, which is how requests are smuggled. */
final class Shapes {

  private static final String POST = "POST / HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

  private Shapes() {}

  static Map<String, String> all() {
    Map<String, String> shapes = new LinkedHashMap<>();
    shapes.put(
        "length and chunks",
        POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    shapes.put("two lengths", POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    shapes.put("a length with a sign", POST + "Content-Length: +2\r\n\r\nab");
    shapes.put("an unknown coding", POST + "Transfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n");
    shapes.put("a chunk's size that is none", CHUNKED + "zz\r\nab\r\n0\r\n\r\n");
    shapes.put("a chunk's size with a sign", CHUNKED + "+2\r\nab\r\n0\r\n\r\n");
    shapes.put("a chunk's size of 0x", CHUNKED + "0x2\r\nab\r\n0\r\n\r\n");
    shapes.put("a chunk's size of 2^64 + 2", CHUNKED + "10000000000000002\r\nab\r\n0\r\n\r\n");
    shapes.put("a chunk longer than it says", CHUNKED + "2\r\nabc\r\n0\r\n\r\n");
    shapes.put("a folded header", "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n");
    shapes.put("a blank before the colon", POST + "Content-Length : 2\r\n\r\nab");
    shapes.put("a bare CR in a value", "GET / HTTP/1.1\r\nHost: x\r\nA: b\rB: c\r\n\r\n");
    shapes.put("a zero byte in a value", "GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n");
    shapes.put("bare LFs", "GET / HTTP/1.1\nHost: x\n\n");
    shapes.put("no Host", "GET / HTTP/1.1\r\nA: b\r\n\r\n");
    shapes.put("two Hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
    shapes.put("a version of HTTP/1.9x", "GET / HTTP/1.9x\r\nHost: x\r\n\r\n");
    return shapes;
  }

  /** Tells which of them a server takes for a proper request. */
  static void on(Target target, Siege.Report report) {
    int taken = 0;
    for (Map.Entry<String, String> shape : all().entrySet()) {
      if (takes(target, shape.getValue())) {
        taken++;
        report.note("takes " + shape.getKey());
      }
    }
    report.say("doubtful shapes taken, of " + all().size(), taken);
  }

  private static boolean takes(Target target, String request) {
    try {
      return Target.exchange(target.port(), request, 1_000).startsWith("HTTP/1.1 2");
    } catch (IOException e) {
      return false;
    }
  }
}
