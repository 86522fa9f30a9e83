package dev.jop.runtime.internal.server;

import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Makes what speaks TLS on a connection. */
final class Tls {

  private static final Pattern GOOD =
      Pattern.compile("TLS_(AES|CHACHA20|ECDHE_(ECDSA|RSA)_WITH_(AES_\\d+_GCM|CHACHA20)).*");

  private Tls() {}

  static SslHandler handler(ServerTls tls, ServerOptions options) {
    SSLEngine engine = tls.source().context().createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setCipherSuites(
        Arrays.stream(engine.getEnabledCipherSuites())
            .filter(suite -> GOOD.matcher(suite).matches())
            .toArray(String[]::new));
    parameters.setUseCipherSuitesOrder(true);
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    switch (tls.clients()) {
      case NONE -> parameters.setNeedClientAuth(false);
      case OPTIONAL -> parameters.setWantClientAuth(true);
      case REQUIRED -> parameters.setNeedClientAuth(true);
    }
    engine.setSSLParameters(parameters);
    SslHandler handler = new SslHandler(engine);
    handler.setHandshakeTimeout(options.headerTime().toMillis(), TimeUnit.MILLISECONDS);
    return handler;
  }

  private static boolean asks(SSLEngine engine) {
    return engine.getNeedClientAuth() || engine.getWantClientAuth();
  }

  /** The certificates that a client has shown. */
  static List<X509Certificate> peer(@Nullable SslHandler handler) {
    if (handler == null || !asks(handler.engine())) {
      return List.of();
    }
    try {
      Certificate[] shown = handler.engine().getSession().getPeerCertificates();
      return Arrays.stream(shown).map(X509Certificate.class::cast).toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }
}
