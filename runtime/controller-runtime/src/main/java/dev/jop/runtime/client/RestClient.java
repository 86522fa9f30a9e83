package dev.jop.runtime.client;

import dev.jop.runtime.http.HttpClients;
import dev.jop.runtime.http.SocketBody;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one API server and tells its errors apart.
 *
 * <p>By fabric8's client interface, so that all its ways to authenticate work. It retries nothing:
 * those who call know better what may be repeated, and when. It speaks HTTP/1.1, each watch on a
 * connection of its own: over HTTP/2 all share one, and if that goes silent every request waits for
 * its time-out until the connection is given up. Safe for use by many threads.
 */
public final class RestClient implements AutoCloseable {

  private static final String JSON = "application/json";

  /** The HTTP client gives a request up by itself; this is for those that it has no limit for. */
  private static final long GRACE_MILLIS = 1000;

  private final HttpClient http;
  private final String server;
  private final long timeoutMillis;

  private RestClient(HttpClient http, String server, long timeoutMillis) {
    this.http = http;
    this.server = server;
    this.timeoutMillis = timeoutMillis;
  }

  /**
   * A client for the API server that a configuration names.
   *
   * <p>A request that is no stream waits for its answer for the configuration's request time-out,
   * which is 10 seconds by default. Opens no connection yet.
   *
   * @param config the configuration, which is not changed (M13)
   */
  public static RestClient create(Config config) {
    Config unrepeated =
        new ConfigBuilder(config).withRequestRetryBackoffLimit(0).withHttp2Disable(true).build();
    String url = unrepeated.getMasterUrl();
    return new RestClient(
        HttpClients.create(unrepeated),
        url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
        unrepeated.getRequestTimeout());
  }

  /** The API server's address, without a slash at its end. */
  public String server() {
    return server;
  }

  /**
   * Reads what is at a path.
   *
   * @param path what to ask for
   * @param doing what is being done, for the message of an error: {@code get Pod default/web}
   * @throws ApiException if the server refused or could not be reached
   */
  public byte[] get(ApiPath path, String doing) {
    return send("GET", path, JSON, null, doing);
  }

  /**
   * Reads an object of a kind, or no more than its metadata if the type wants no more.
   *
   * @param path what to ask for
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public byte[] get(ResourceType<?> type, ApiPath path, String doing) {
    return send(request(path, accept(type, "PartialObjectMetadata")), "GET", JSON, null, doing);
  }

  /** Reads a list of objects of a kind, likewise. */
  public byte[] list(ResourceType<?> type, ApiPath path, String doing) {
    return send(request(path, accept(type, "PartialObjectMetadataList")), "GET", JSON, null, doing);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param method the HTTP method
   * @param path what to ask for
   * @param contentType the body's type
   * @param body what to send, or null for nothing
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public byte[] send(
      String method, ApiPath path, String contentType, byte @Nullable [] body, String doing) {
    return send(request(path, JSON), method, contentType, body, doing);
  }

  private byte[] send(
      HttpRequest.Builder request,
      String method,
      String contentType,
      byte @Nullable [] body,
      String doing) {
    request.timeout(timeoutMillis, TimeUnit.MILLISECONDS);
    request.method(
        method, contentType, body == null ? null : new String(body, StandardCharsets.UTF_8));
    HttpResponse<byte[]> response = await(http.sendAsync(request.build(), byte[].class), doing);
    byte[] answer = response.body() == null ? new byte[0] : response.body();
    if (!response.isSuccessful()) {
      throw ApiErrors.of(response.code(), answer, retryAfter(response), doing);
    }
    return answer;
  }

  /**
   * Opens an answer that is read piece by piece, for as long as the server sends.
   *
   * @param path what to ask for
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public ResponseStream stream(ApiPath path, String doing) {
    return stream(request(path, JSON), doing);
  }

  /** Opens a watch of the objects of a kind, or of their metadata if the type wants no more. */
  public ResponseStream stream(ResourceType<?> type, ApiPath path, String doing) {
    return stream(request(path, accept(type, "PartialObjectMetadata")), doing);
  }

  /** Opens a list of objects of a kind, likewise. */
  public ResponseStream streamList(ResourceType<?> type, ApiPath path, String doing) {
    return stream(request(path, accept(type, "PartialObjectMetadataList")), doing);
  }

  private ResponseStream stream(HttpRequest.Builder request, String doing) {
    QueuedStream queued = new QueuedStream(doing);
    request.timeout(timeoutMillis, TimeUnit.MILLISECONDS); // for the answer to begin
    HttpResponse<AsyncBody> response =
        await(http.consumeBytes(request.build(), queued::accept), doing);
    ResponseStream stream;
    if (response.body() instanceof SocketBody body) {
      stream = new SocketStream(body, doing);
    } else {
      queued.open(response.body());
      stream = queued;
    }
    if (!response.isSuccessful()) {
      throw ApiErrors.of(response.code(), stream.readAll(), retryAfter(response), doing);
    }
    return stream;
  }

  private HttpRequest.Builder request(ApiPath path, String accept) {
    return http.newHttpRequestBuilder().uri(server + path).setHeader("Accept", accept);
  }

  /** A server that cannot leave out all but the metadata may send whole objects. */
  private static String accept(ResourceType<?> type, String form) {
    return type.isMetadata() ? JSON + ";as=" + form + ";g=meta.k8s.io;v=v1," + JSON : JSON;
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.header("Retry-After");
    return seconds != null && seconds.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  private <T> T await(CompletableFuture<T> answer, String doing) {
    try {
      return answer.get(timeoutMillis + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ApiException(
          "cannot " + doing + " at " + server + ": no answer within " + timeoutMillis + " ms", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiException("cannot " + doing + ": interrupted", e);
    } catch (ExecutionException e) {
      if (Thread.currentThread().isInterrupted()) { // which ends what waits in this thread
        throw new ApiException("cannot " + doing + ": interrupted", e);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw unreachable(doing, cause);
    }
  }

  private ApiException unreachable(String doing, Throwable cause) {
    String why =
        cause.getMessage() != null
            ? cause.getMessage()
            : cause instanceof ConnectException ? "nothing answers there" : cause.toString();
    return new ApiException("cannot " + doing + " at " + server + ": " + why, cause);
  }

  /** Closes the connections. */
  @Override
  public void close() {
    http.close();
  }
}
