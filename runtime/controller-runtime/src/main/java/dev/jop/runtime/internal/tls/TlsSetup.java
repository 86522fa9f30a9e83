package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS as its files said at one time: 1.2 or newer, with one trust and one client certificate.
 *
 * <p>Connections that were made with another one may belong to somebody who is not trusted any
 * more, or say that the client is somebody else. So each has its own sessions, and is equal to
 * none.
 */
public final class TlsSetup {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final SSLSocketFactory factory;
  private final String name;
  private final List<SNIServerName> indicated;

  /**
   * A set-up.
   *
   * @param key what the client shows of itself, null for nothing
   * @param name whom the server's certificate must be for
   */
  TlsSetup(TrustManager trust, @Nullable KeyManager key, String name) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          key == null ? null : new KeyManager[] {key},
          new TrustManager[] {trust},
          new SecureRandom());
      this.factory = context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
    this.name = name;
    this.indicated = indicated(name);
  }

  /** What is said about whom the client wants: an address is not a name (RFC 6066). */
  private static List<SNIServerName> indicated(String name) {
    if (IpAddress.parse(name).isPresent()) {
      return List.of();
    }
    String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (host.isEmpty() || host.length() > 255 || host.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new ConfigException("the server's name " + name + " is no host name");
    }
    return List.of(new Indicated(host));
  }

  /**
   * Greets the server at the other end, in the thread that calls.
   *
   * @param plain the connection, which is closed with what is returned
   * @throws IOException if the server is not the one that is meant, or does not take the client
   */
  public Socket secure(Socket plain, int port) throws IOException {
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setServerNames(indicated);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** A host name; the JDK's own class for it takes no underscore. */
  private static final class Indicated extends SNIServerName {
    Indicated(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
