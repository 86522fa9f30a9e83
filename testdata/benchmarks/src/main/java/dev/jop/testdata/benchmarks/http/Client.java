package dev.jop.testdata.benchmarks.http;

import java.nio.file.Path;

/** An HTTP client: trusts one authority, speaks HTTP/1.1, takes compressed answers, waits 30 s. */
interface Client extends AutoCloseable {

  /**
   * Sends a request and reads its answer into memory.
   *
   * @param body what to send, empty to read
   * @return how many bytes the answer has, after decompression
   */
  int send(String path, byte[] body) throws Exception;

  @Override
  void close();

  /** A client by its name. */
  static Client of(String name, String server, Path authority) throws Exception {
    return switch (name) {
      case "jop" -> new JopClient(server, authority);
      case "okhttp" -> new OkHttp(server, authority);
      case "apache" -> new Apache(server, authority);
      case "jdk" -> new Jdk(server, authority);
      default -> throw new IllegalArgumentException("no client " + name);
    };
  }
}
