package dev.jop.runtime.internal.http;

import dev.jop.runtime.testing.Pipes;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A proxy of SOCKS 5 that joins everything to one server, or answers that it does not. */
final class SocksProxy implements AutoCloseable {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Pipes pipes;
  private final String user;
  private final String password;
  private final int reply;
  private final int target;

  /**
   * A proxy.
   *
   * @param user who must ask, empty for anybody
   * @param reply what it answers, 0 to let through
   * @param target to which port of this machine it joins
   */
  SocksProxy(String user, String password, int reply, int target) {
    this.user = user;
    this.password = password;
    this.reply = reply;
    this.target = target;
    this.pipes = Pipes.open(ServerSocketFactory.getDefault(), this::serve);
  }

  int port() {
    return pipes.port();
  }

  /** What it was asked to join to. */
  List<String> asked() {
    return asked;
  }

  private @Nullable InetSocketAddress serve(Socket taken) throws IOException {
    DataInputStream in = new DataInputStream(taken.getInputStream());
    if (in.read() != 5) {
      return null;
    }
    byte[] methods = in.readNBytes(in.read());
    int wanted = user.isEmpty() ? 0 : 2;
    boolean offered = false;
    for (byte method : methods) {
      offered |= method == wanted;
    }
    taken.getOutputStream().write(new byte[] {5, (byte) (offered ? wanted : 0xff)});
    if (!offered || (wanted == 2 && !authenticate(taken, in))) {
      return null;
    }
    in.readNBytes(3);
    String host =
        switch (in.read()) {
          case 1 -> join(in.readNBytes(4));
          default -> new String(in.readNBytes(in.read()), StandardCharsets.US_ASCII);
        };
    asked.add(host + ":" + in.readUnsignedShort());
    taken.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 127, 0, 0, 1, 0, 0});
    return reply == 0 ? new InetSocketAddress(InetAddress.getLoopbackAddress(), target) : null;
  }

  private boolean authenticate(Socket taken, DataInputStream in) throws IOException {
    boolean right =
        in.read() == 1
            && new String(in.readNBytes(in.read()), StandardCharsets.UTF_8).equals(user)
            && new String(in.readNBytes(in.read()), StandardCharsets.UTF_8).equals(password);
    taken.getOutputStream().write(new byte[] {1, (byte) (right ? 0 : 1)});
    return right;
  }

  private static String join(byte[] address) {
    return (address[0] & 0xff) + "." + address[1] + "." + address[2] + "." + address[3];
  }

  @Override
  public void close() {
    pipes.close();
  }
}
