package dev.jop.runtime.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an answer begins with.
 *
 * @param code the status
 * @param headers by name, whose case does not matter
 */
record ResponseHead(int code, Map<String, List<String>> headers) {

  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  /** Reads the next one, past those that only say that one will come. */
  static ResponseHead read(Connection connection) throws IOException {
    ResponseHead head = readOne(connection);
    while (head.code / 100 == 1 && head.code != 101) {
      head = readOne(connection);
    }
    return head;
  }

  private static ResponseHead readOne(Connection connection) throws IOException {
    String status = connection.readLine(LONGEST_LINE);
    int code = code(status);
    if (code < 0) {
      throw new IOException(
          "no HTTP answer: " + status.substring(0, Math.min(status.length(), 80)));
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String line = connection.readLine(LONGEST_LINE);
    for (int i = 0; !line.isEmpty(); i++) {
      int colon = line.indexOf(':');
      if (colon <= 0 || i == MOST_HEADERS) {
        throw new IOException(colon <= 0 ? "a header without a name" : "too many headers");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), any -> new ArrayList<>(1))
          .add(line.substring(colon + 1).strip());
      line = connection.readLine(LONGEST_LINE);
    }
    boolean keepsByDefault = status.charAt(7) == '1';
    if (!keepsByDefault && !headers.containsKey("Connection")) {
      headers.put("Connection", List.of("close"));
    }
    return new ResponseHead(code, headers);
  }

  /** The code of {@code HTTP/1.1 200 OK}, or -1. */
  private static int code(String status) {
    boolean complete =
        status.length() >= 12
            && (status.startsWith("HTTP/1.1 ") || status.startsWith("HTTP/1.0 "))
            && (status.length() == 12 || status.charAt(12) == ' ');
    int code = 0;
    for (int i = 9; i < 12 && complete; i++) {
      int digit = status.charAt(i) - '0';
      complete = digit >= 0 && digit <= 9;
      code = code * 10 + digit;
    }
    return complete && code >= 100 ? code : -1;
  }

  /** Whether a header says this. */
  boolean says(String header, String value) {
    for (String said : headers.getOrDefault(header, List.of())) {
      if (value.equalsIgnoreCase(said)) {
        return true;
      }
    }
    return false;
  }

  /** How many bytes the body has, or -1 if it does not say. */
  long length() throws IOException {
    List<String> lengths = headers.get("Content-Length");
    if (lengths == null) {
      return -1;
    }
    String length = lengths.get(0);
    boolean number = !length.isEmpty() && length.length() <= 18;
    for (int i = 0; i < length.length() && number; i++) {
      number = length.charAt(i) >= '0' && length.charAt(i) <= '9';
    }
    if (!number || Collections.frequency(lengths, length) < lengths.size()) {
      throw new IOException("no content length: " + lengths);
    }
    return Long.parseLong(length);
  }
}
