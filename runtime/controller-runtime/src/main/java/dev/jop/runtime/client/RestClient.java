package dev.jop.runtime.client;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.internal.auth.Authenticator;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.http.HttpClient;
import dev.jop.runtime.internal.http.HttpRequest;
import dev.jop.runtime.internal.http.HttpResponse;
import dev.jop.runtime.internal.http.TimeLimit;
import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.ResourceType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one API server and tells its errors apart.
 *
 * <p>It retries nothing: those who call know better what may be repeated, and when. Only what the
 * server has not done, since it did not take the credentials, is sent once more when there are
 * others. It speaks HTTP/1.1, each watch on a connection of its own: over HTTP/2 all share one, and
 * if that goes silent every request waits for its time-out until the connection is given up.
 *
 * <p>Redirects are not followed. To a server without TLS no credentials are sent. Safe for use by
 * many threads; a thread that is interrupted gets an {@link ApiException} at once, and still is
 * interrupted.
 */
public final class RestClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
  private static final String JSON = "application/json";
  private static final int LARGEST_ERROR = 1024 * 1024;
  private static final Duration LONGEST_LIST = Duration.ofMinutes(10);
  private static final byte[] NOTHING = new byte[0];

  private final HttpClient http;
  private final Authenticator authenticator;
  private final RestOptions options;
  private final String server;
  private final Duration timeout;

  private RestClient(ClientConfig config, Authenticator authenticator, RestOptions options) {
    this.http = HttpClient.create(config, authenticator::identity);
    this.authenticator = authenticator;
    this.options = options;
    this.server = config.server().toString();
    this.timeout = config.timeout();
    if (!"https".equalsIgnoreCase(config.server().getScheme())
        && !(config.credentials() instanceof Credentials.Anonymous)) {
      LOG.warn("{} is a server without TLS, so no credentials are sent to it", server);
    }
  }

  /**
   * A client for the API server that a configuration names, with default options.
   *
   * @throws dev.jop.runtime.config.ConfigException if what is configured cannot work
   */
  public static RestClient create(ClientConfig config) {
    return create(config, RestOptions.defaults());
  }

  /**
   * A client for the API server that a configuration names.
   *
   * <p>A request that is no stream has the configuration's timeout for all that it takes, from the
   * look-up of the server's name to the last byte of the answer; a stream has it for the answer to
   * begin. It begins once there are credentials: a plugin has a limit of its own. Opens no
   * connection yet.
   *
   * @throws dev.jop.runtime.config.ConfigException if what is configured cannot work
   */
  public static RestClient create(ClientConfig config, RestOptions options) {
    return new RestClient(config, Authenticator.of(config), options);
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
    return exchange("GET", path, headers(JSON), NOTHING, doing);
  }

  /**
   * Reads an object of a kind, or no more than its metadata if the type wants no more.
   *
   * @param path what to ask for
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public byte[] get(ResourceType<?> type, ApiPath path, String doing) {
    return exchange("GET", path, headers(accept(type, "PartialObjectMetadata")), NOTHING, doing);
  }

  /** Reads a list of objects of a kind, likewise. */
  public byte[] list(ResourceType<?> type, ApiPath path, String doing) {
    return exchange(
        "GET", path, headers(accept(type, "PartialObjectMetadataList")), NOTHING, doing);
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
    List<Header> headers = headers(JSON);
    if (body != null) {
      headers.add(new Header("Content-Type", contentType));
    }
    return exchange(method, path, headers, body == null ? NOTHING : body, doing);
  }

  private byte[] exchange(
      String method, ApiPath path, List<Header> headers, byte[] body, String doing) {
    try {
      Answer answer = send(method, path, headers, body);
      HttpResponse response = answer.response();
      if (!response.isSuccessful()) {
        throw refused(response, answer.limit(), doing);
      }
      return response.body().readAll(answer.limit(), options.largestAnswer());
    } catch (IOException e) {
      throw failed(doing, e);
    }
  }

  /**
   * Opens an answer that is read piece by piece, for as long as the server sends.
   *
   * @param path what to ask for
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public ResponseStream stream(ApiPath path, String doing) {
    return open(path, JSON, Duration.ZERO, doing);
  }

  /**
   * Opens a watch of the objects of a kind, or of their metadata if the type wants no more.
   *
   * @param path what to ask for
   * @param longest when it must be at its end, whatever the server goes on to send
   * @param doing what is being done, for the message of an error
   * @throws ApiException if the server refused or could not be reached
   */
  public ResponseStream stream(ResourceType<?> type, ApiPath path, Duration longest, String doing) {
    return open(path, accept(type, "PartialObjectMetadata"), longest, doing);
  }

  /**
   * Opens a list of objects of a kind, likewise. It must be at its end within ten minutes; an API
   * server gives a list up after one by default.
   */
  public ResponseStream streamList(ResourceType<?> type, ApiPath path, String doing) {
    return open(path, accept(type, "PartialObjectMetadataList"), LONGEST_LIST, doing);
  }

  private ResponseStream open(ApiPath path, String accept, Duration longest, String doing) {
    try {
      Answer answer = send("GET", path, headers(accept), NOTHING);
      HttpResponse response = answer.response();
      if (!response.isSuccessful()) {
        throw refused(response, answer.limit(), doing);
      }
      return new ResponseStream(response.body(), TimeLimit.of(longest), doing);
    } catch (IOException e) {
      throw failed(doing, e);
    }
  }

  /** Sends a request, and once more if the server does not know the caller and that may help. */
  private Answer send(String method, ApiPath path, List<Header> headers, byte[] body)
      throws IOException {
    List<Header> credentials = credentials();
    Answer answer = send(method, path, both(headers, credentials), body, TimeLimit.of(timeout));
    if (answer.response().code() == 401 && authenticator.rejected(credentials)) {
      answer.response().body().readUpTo(LARGEST_ERROR, answer.limit());
      List<Header> others = credentials();
      answer = send(method, path, both(headers, others), body, TimeLimit.of(timeout));
    }
    Warnings.read(answer.response().headers("Warning"), options.warnings());
    return answer;
  }

  private Answer send(
      String method, ApiPath path, List<Header> headers, byte[] body, TimeLimit limit)
      throws IOException {
    return new Answer(
        http.send(new HttpRequest(method, path.toString(), headers, body, limit)), limit);
  }

  /**
   * An answer, and when it must be there as a whole. What a plugin takes for the credentials does
   * not count: it may ask a human, and has a limit of its own.
   */
  private record Answer(HttpResponse response, TimeLimit limit) {}

  private List<Header> credentials() throws IOException {
    try {
      return authenticator.headers();
    } catch (RuntimeException e) { // a program's own supplier of tokens may throw any
      throw new IOException("there are no credentials: " + e.getMessage(), e);
    }
  }

  private static List<Header> both(List<Header> headers, List<Header> more) {
    List<Header> both = new ArrayList<>(headers);
    both.addAll(more);
    return both;
  }

  private List<Header> headers(String accept) {
    List<Header> headers = new ArrayList<>(4);
    headers.add(new Header("Accept", accept));
    headers.add(new Header("User-Agent", options.userAgent()));
    return headers;
  }

  /** A server that cannot leave out all but the metadata may send whole objects. */
  private static String accept(ResourceType<?> type, String form) {
    return type.isMetadata() ? JSON + ";as=" + form + ";g=meta.k8s.io;v=v1," + JSON : JSON;
  }

  private static ApiException refused(HttpResponse response, TimeLimit limit, String doing)
      throws IOException {
    RetryAfter retryAfter =
        response
            .header("Retry-After")
            .map(header -> RetryAfter.parse(header, Instant.now()))
            .orElse(RetryAfter.NONE);
    return ApiErrors.of(
        response.code(),
        response.body().readUpTo(LARGEST_ERROR, limit),
        retryAfter,
        response.header("Location").orElse(""),
        doing);
  }

  private ApiException failed(String doing, IOException e) {
    if (Thread.currentThread().isInterrupted()) { // which ends what waits in this thread
      return new ApiException("cannot " + doing + ": interrupted", e);
    }
    String why = Printable.of(e.getMessage() == null ? e.toString() : e.getMessage(), 1000);
    return new ApiException("cannot " + doing + " at " + server + ": " + why, e);
  }

  /** Closes the connections. */
  @Override
  public void close() {
    http.close();
  }
}
