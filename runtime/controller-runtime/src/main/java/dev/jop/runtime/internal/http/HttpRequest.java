package dev.jop.runtime.internal.http;

import java.util.List;

/**
 * A request to be sent.
 *
 * @param method the method
 * @param target path and query, escaped, beginning with a slash
 * @param headers what to send besides what tells the server's name and the body's length
 * @param body the body, empty for none
 * @param limit when the head of the answer must be there; what follows has limits of its own
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record HttpRequest(
    String method, String target, List<Header> headers, byte[] body, TimeLimit limit) {

  /** Copies the headers, but not the body. */
  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /** A GET request. */
  public static HttpRequest get(String target, List<Header> headers, TimeLimit limit) {
    return new HttpRequest("GET", target, headers, new byte[0], limit);
  }
}
