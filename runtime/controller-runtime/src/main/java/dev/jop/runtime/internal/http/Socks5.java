package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a proxy of SOCKS version 5 for a connection to a server (RFC 1928), if it likes with user
 * name and password (RFC 1929). The proxy resolves the server's name.
 */
final class Socks5 {

  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int PASSWORD = 2;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int LONGEST = 255;
  private static final String[] REFUSALS = {
    "something failed there",
    "its rules do not allow it",
    "the network is not reachable",
    "the host is not reachable",
    "the connection was refused",
    "a time limit was over",
    "it does not know how to connect",
    "it does not know this kind of address"
  };

  private final Proxy proxy;
  private final Origin server;
  private final DataInputStream in;
  private final OutputStream out;

  private Socks5(Socket socket, Proxy proxy, Origin server) throws IOException {
    this.proxy = proxy;
    this.server = server;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * Makes a way to a server of a connection to a proxy.
   *
   * @throws IOException if the proxy does not let through
   */
  static void open(Socket socket, Proxy proxy, Origin server) throws IOException {
    Socks5 socks = new Socks5(socket, proxy, server);
    socks.authenticate();
    socks.connect();
  }

  private void authenticate() throws IOException {
    boolean named = !proxy.user().isEmpty() || !proxy.password().isEmpty();
    out.write(
        named
            ? new byte[] {VERSION, 2, NO_AUTHENTICATION, PASSWORD}
            : new byte[] {VERSION, 1, NO_AUTHENTICATION});
    requireVersion(VERSION);
    int method = in.readUnsignedByte();
    if (method == PASSWORD && named) {
      ByteArrayOutputStream login = new ByteArrayOutputStream();
      login.write(1);
      writeText(login, proxy.user(), "the user name for ");
      writeText(login, proxy.password(), "the password for ");
      out.write(login.toByteArray());
      requireVersion(1);
      if (in.readUnsignedByte() != 0) {
        throw new IOException(proxy + " does not take the user name with its password");
      }
    } else if (method != NO_AUTHENTICATION) {
      throw new IOException(
          proxy
              + (named
                  ? " takes no user name with password"
                  : " wants a user name and password, or something else that is not known here"));
    }
  }

  private void connect() throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {VERSION, CONNECT, 0});
    Optional<InetAddress> address = IpAddress.parse(server.host());
    if (address.isPresent()) {
      byte[] bytes = address.get().getAddress();
      request.write(bytes.length == 4 ? IPV4 : IPV6);
      request.writeBytes(bytes);
    } else {
      request.write(NAME);
      writeText(request, server.host(), "the server's name, for ");
    }
    request.write(server.port() >> 8);
    request.write(server.port());
    out.write(request.toByteArray());
    requireVersion(VERSION);
    int reply = in.readUnsignedByte();
    if (reply != 0) {
      throw new IOException(
          proxy
              + " lets nothing through to "
              + server.hostAndPort()
              + ": "
              + (reply <= REFUSALS.length ? REFUSALS[reply - 1] : "it answered " + reply));
    }
    in.readByte();
    int length =
        switch (in.readUnsignedByte()) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> in.readUnsignedByte();
          default -> throw new IOException(proxy + " answers with an address of no known kind");
        };
    in.readFully(new byte[length + 2]); // from where it connects, which nobody asked for
  }

  private void requireVersion(int version) throws IOException {
    int answered = in.readUnsignedByte();
    if (answered != version) {
      throw new IOException(proxy + " does not speak SOCKS 5: it began with byte " + answered);
    }
  }

  private void writeText(ByteArrayOutputStream to, String text, String what) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST) {
      throw new IOException(what + proxy + " has more than 255 bytes");
    }
    to.write(bytes.length);
    to.writeBytes(bytes);
  }
}
