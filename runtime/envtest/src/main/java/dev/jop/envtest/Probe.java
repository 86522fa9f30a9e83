package dev.jop.envtest;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Asks an address whether it answers with 200. */
record Probe(URI address, @Nullable SSLSocketFactory tls) {
  private static final int TIMEOUT_MILLIS = 2_000;

  boolean succeeds() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      if (tls != null && connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(tls);
      }
      boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      try (InputStream body = ok ? connection.getInputStream() : connection.getErrorStream()) {
        if (body != null) {
          body.readAllBytes();
        }
      }
      return ok;
    } catch (IOException e) {
      return false;
    }
  }
}
