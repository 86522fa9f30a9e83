package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer begins with.
 *
 * @param code the status
 * @param reason the words beside it; may be empty
 * @param headers in their order
 * @param keepsByDefault whether the connection stays open unless a header says otherwise
 */
record ResponseHead(int code, String reason, List<Header> headers, boolean keepsByDefault) {

  /** What all heads of an answer may have together: one may follow upon others that announce it. */
  private static final int LARGEST = 64 * 1024;

  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_QUOTE = 80;

  /**
   * Reads the next one, past those that only say that one will come.
   *
   * @throws IOException if it is no answer of HTTP, or one of more than 64 KiB or 200 headers
   */
  static ResponseHead read(HttpInput in) throws IOException {
    Room room = new Room(LARGEST);
    ResponseHead head = readOne(in, room);
    while (head.code / 100 == 1) {
      if (head.code == 101) {
        throw new IOException("the server switches to another protocol, which nobody asked for");
      }
      head = readOne(in, room);
    }
    return head;
  }

  private static ResponseHead readOne(HttpInput in, Room room) throws IOException {
    String status = room.readLine(in);
    int code = code(status);
    if (code < 0) {
      throw new IOException("this is no answer of HTTP: " + Printable.of(status, LONGEST_QUOTE));
    }
    return new ResponseHead(
        code,
        status.length() > 13 ? status.substring(13) : "",
        readHeaders(in, room),
        status.charAt(7) == '1');
  }

  /** Reads headers, or the trailers of a body, with the empty line behind them. */
  static List<Header> readHeaders(HttpInput in, Room room) throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String line = room.readLine(in); !line.isEmpty(); line = room.readLine(in)) {
      if (headers.size() == MOST_HEADERS) {
        throw new IOException("an answer of more than " + MOST_HEADERS + " headers");
      }
      headers.add(header(line));
    }
    return headers;
  }

  private static Header header(String line) throws IOException {
    int colon = line.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        colon = -1; // a line that goes on from the one before is none either (RFC 9112, 5.2)
      }
    }
    if (colon <= 0) {
      throw new IOException("a header without a name: " + Printable.of(line, LONGEST_QUOTE));
    }
    for (int i = colon + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IOException(
            "a header with a control character: " + Printable.of(line, LONGEST_QUOTE));
      }
    }
    return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
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

  /** The values of a header, in their order. */
  List<String> values(String name) {
    List<String> values = new ArrayList<>(1);
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /**
   * Where the body ends, and how it is to be read.
   *
   * @param hasBody whether one follows at all
   * @throws IOException if that is not clear, or in a way that nobody here knows
   */
  Framing framing(boolean hasBody) throws IOException {
    boolean keeps = keeps();
    if (!hasBody) {
      return new Framing(keeps, false, 0, false);
    }
    boolean chunked = isChunked();
    long length = length();
    if (chunked && length >= 0) {
      throw new IOException("an answer that says the length of its body and sends it in chunks");
    }
    return new Framing(keeps && (chunked || length >= 0), chunked, length, isCompressed());
  }

  private boolean keeps() {
    boolean keeps = keepsByDefault;
    for (String value : values("Connection")) {
      for (String option : value.split(",", -1)) {
        if (is(option, "close")) {
          return false;
        }
        keeps |= is(option, "keep-alive");
      }
    }
    return keeps;
  }

  private boolean isChunked() throws IOException {
    List<String> encodings = values("Transfer-Encoding");
    if (encodings.isEmpty()) {
      return false;
    }
    if (encodings.size() > 1 || !is(encodings.get(0), "chunked") || !keepsByDefault) {
      throw unknown("Transfer-Encoding", encodings);
    }
    return true;
  }

  private boolean isCompressed() throws IOException {
    List<String> encodings = values("Content-Encoding");
    if (encodings.isEmpty() || (encodings.size() == 1 && is(encodings.get(0), "identity"))) {
      return false;
    }
    if (encodings.size() > 1 || !is(encodings.get(0), "gzip")) {
      throw unknown("Content-Encoding", encodings);
    }
    return true;
  }

  private static IOException unknown(String header, List<String> values) {
    return new IOException(
        "the answer comes in a form that is not known here: "
            + header
            + ": "
            + Printable.of(String.join(", ", values), LONGEST_QUOTE));
  }

  /** How many bytes the body has, or -1 if it does not say. */
  private long length() throws IOException {
    List<String> lengths = values("Content-Length");
    if (lengths.isEmpty()) {
      return -1;
    }
    String length = lengths.get(0);
    boolean number = !length.isEmpty() && length.length() <= 18;
    for (int i = 0; i < length.length() && number; i++) {
      number = length.charAt(i) >= '0' && length.charAt(i) <= '9';
    }
    if (!number || Collections.frequency(lengths, length) < lengths.size()) {
      throw new IOException(
          "this is no length of a body: "
              + Printable.of(String.join(", ", lengths), LONGEST_QUOTE));
    }
    return Long.parseLong(length);
  }

  private static boolean is(String said, String word) {
    return said.strip().toLowerCase(Locale.ROOT).equals(word);
  }

  /** The first value of a header, if it is there. */
  Optional<String> value(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /**
   * Where a body ends.
   *
   * @param keeps whether the connection is of use behind it
   * @param chunked whether it comes in chunks, the last of which is empty
   * @param length how many bytes it has otherwise, or -1 for all until the connection's end
   * @param compressed whether it comes compressed by gzip
   */
  record Framing(boolean keeps, boolean chunked, long length, boolean compressed) {}

  /** How many bytes of lines may still come. */
  static final class Room {

    private int left;

    Room(int bytes) {
      left = bytes;
    }

    /** The room that the trailers of a body have. */
    static Room forTrailers() {
      return new Room(LARGEST);
    }

    private String readLine(HttpInput in) throws IOException {
      if (left <= 0) {
        throw new IOException("an answer whose head has no end");
      }
      String line = in.readLine(left, true);
      left -= line.length() + 2;
      return line;
    }
  }
}
