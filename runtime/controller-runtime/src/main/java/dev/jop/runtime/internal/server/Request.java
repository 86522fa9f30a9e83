package dev.jop.runtime.internal.server;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param id names the request in logs; unique in this process
 * @param method as it was sent, in upper case where the client follows HTTP
 * @param path the path, its escapes decoded; it begins with {@code /}, has no segment {@code .} or
 *     {@code ..}, and no slash in it was an escape
 * @param query the parameters behind the path, in their order
 * @param headers names in any case, values in their order
 * @param body the whole body, empty if there is none
 * @param remote the client's address
 * @param peer the client's certificate and those of who signed it, verified; empty without
 */
@SuppressWarnings("ArrayRecordComponent") // read once and compared by nobody
public record Request(
    String id,
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    InetSocketAddress remote,
    List<X509Certificate> peer) {

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The values of a parameter of the query; one without {@code =} is empty. */
  public List<String> parameters(String name) {
    return query.getOrDefault(name, List.of());
  }
}
