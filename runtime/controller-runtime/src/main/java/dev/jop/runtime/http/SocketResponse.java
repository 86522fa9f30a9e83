package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer whose body is yet to be read.
 *
 * @param request what it answers
 * @param head what it begins with
 * @param body what follows
 */
record SocketResponse(HttpRequest request, ResponseHead head, SocketBody body)
    implements HttpResponse<AsyncBody> {

  @Override
  public int code() {
    return head.code();
  }

  @Override
  public List<String> headers(String name) {
    return head.headers().getOrDefault(name, List.of());
  }

  @Override
  public Map<String, List<String>> headers() {
    return head.headers();
  }

  @Override
  public Optional<HttpResponse<?>> previousResponse() {
    return Optional.empty();
  }
}
