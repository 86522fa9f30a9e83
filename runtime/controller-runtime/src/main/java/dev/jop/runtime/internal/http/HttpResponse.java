package dev.jop.runtime.internal.http;

import java.util.List;
import java.util.Optional;

/** An answer, whose body is yet to be read: to its end, or until it is given up. */
public final class HttpResponse {

  private final ResponseHead head;
  private final Body body;

  HttpResponse(ResponseHead head, Body body) {
    this.head = head;
    this.body = body;
  }

  /** The status. */
  public int code() {
    return head.code();
  }

  /** Whether the status says that it was done. */
  public boolean isSuccessful() {
    return head.code() / 100 == 2;
  }

  /** The first value of a header, whose case does not matter. */
  public Optional<String> header(String name) {
    return head.value(name);
  }

  /** All values of a header, in their order; each letter is a byte as it was sent. */
  public List<String> headers(String name) {
    return head.values(name);
  }

  /** What follows. */
  public Body body() {
    return body;
  }
}
