package dev.jop.runtime.internal.tls;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.ServerTls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Asks for a certificate of some authority, and takes any or none. */
final class AskingServer implements AutoCloseable {

  private final HttpsServer server;
  private volatile List<Certificate> shown = List.of();
  private volatile String[] protocols = {"TLSv1.2", "TLSv1.3"};

  /**
   * A server, asked for as localhost.
   *
   * @param authority who signed its own certificate
   * @param asked whose certificates it asks for
   */
  AskingServer(Authority authority, X509Certificate asked) throws Exception {
    this(context(authority, asked));
  }

  /**
   * A server with a certificate of its own.
   *
   * @param asked whose certificates it asks for
   */
  AskingServer(KeyPair keys, X509Certificate certificate, X509Certificate asked) throws Exception {
    this(ServerTls.of(keys, new TrustManager[] {new Taking(asked)}, certificate));
  }

  private AskingServer(SSLContext context) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            wanted.setProtocols(protocols);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          shown = peer((HttpsExchange) exchange);
          byte[] answer = "ok".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** Speaks no other version of TLS from now on. */
  void speak(String protocol) {
    protocols = new String[] {protocol};
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "https://localhost:" + port() + "/";
  }

  /** What the last client showed. */
  List<Certificate> shown() {
    return shown;
  }

  private static List<Certificate> peer(HttpsExchange exchange) {
    try {
      return List.of(exchange.getSSLSession().getPeerCertificates());
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
  }

  private static SSLContext context(Authority authority, X509Certificate asked) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    return ServerTls.of(
        keys,
        new TrustManager[] {new Taking(asked)},
        authority.sign("server", keys),
        authority.certificate());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Taking(X509Certificate asked) implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      // it takes any
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // it is a server itself
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[] {asked};
    }
  }
}
