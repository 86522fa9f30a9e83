package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.BodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.ByteArrayBodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.StringBodyContent;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a request as it goes over the wire: head and body in one, so that one packet may do. */
final class RequestBytes {

  private static final Set<String> OURS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    OURS.addAll(List.of("Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"));
  }

  private RequestBytes() {}

  /**
   * Writes it.
   *
   * @throws IllegalArgumentException if a header would break out of its line, or the body is a
   *     stream
   */
  static byte[] of(StandardHttpRequest request, Origin origin) {
    byte[] body = body(request.body());
    StringBuilder head = new StringBuilder(512);
    head.append(request.method()).append(' ').append(target(request.uri())).append(" HTTP/1.1\r\n");
    header(head, "Host", origin.header());
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      if (!OURS.contains(header.getKey())) {
        header.getValue().forEach(value -> header(head, header.getKey(), value));
      }
    }
    if (request.method().equals("GET") && request.headers("Accept-Encoding").isEmpty()) {
      header(head, "Accept-Encoding", "gzip"); // which SocketBody undoes
    }
    if (request.getContentType() != null && request.headers("Content-Type").isEmpty()) {
      header(head, "Content-Type", request.getContentType());
    }
    if (body.length > 0 || !request.method().equals("GET")) {
      header(head, "Content-Length", Integer.toString(body.length));
    }
    head.append("\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream(start.length + body.length);
    all.writeBytes(start);
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static void header(StringBuilder head, String name, String value) {
    if (breaks(name) || breaks(value)) {
      throw new IllegalArgumentException("the header " + name + " holds the end of a line");
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static boolean breaks(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
  }

  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static byte[] body(BodyContent body) {
    if (body == null) {
      return new byte[0];
    }
    if (body instanceof StringBodyContent text) {
      String content = text.getContent();
      return content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);
    }
    if (body instanceof ByteArrayBodyContent bytes) {
      return bytes.getContent();
    }
    throw new IllegalArgumentException("this HTTP client sends no " + body.getClass().getName());
  }
}
