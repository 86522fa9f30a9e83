package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.IpAddress;
import dev.jop.runtime.thread.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the addresses of one host, without waiting longer than a request may take.
 *
 * <p>The system's resolver knows no time limit and cannot be interrupted, so a thread of its own
 * waits for it: one at a time, for all who ask meanwhile.
 */
final class Resolver {

  private final String host;
  private final Lookup lookup;
  private @Nullable FutureTask<List<InetAddress>> running;

  Resolver(String host) {
    this(host, name -> List.of(InetAddress.getAllByName(name)));
  }

  Resolver(String host, Lookup lookup) {
    this.host = host;
    this.lookup = lookup;
  }

  /** The system's resolver, or another. */
  interface Lookup {
    List<InetAddress> find(String host) throws UnknownHostException;
  }

  /**
   * The addresses, at least one.
   *
   * @throws UnknownHostException if there is none
   * @throws java.net.SocketTimeoutException if none was found in time
   * @throws InterruptedIOException if the thread was interrupted, which it still is then
   */
  List<InetAddress> resolve(TimeLimit limit) throws IOException {
    Optional<InetAddress> address = IpAddress.parse(host);
    if (address.isPresent()) {
      return List.of(address.get());
    }
    try {
      return running().get(Math.max(limit.left(), 0), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw limit.passed(new IOException("the address of " + host + " was not found in time", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "interrupted while the address of " + host + " was looked up");
    } catch (ExecutionException e) {
      UnknownHostException unknown = new UnknownHostException("there is no host " + host);
      unknown.initCause(e.getCause());
      throw unknown;
    }
  }

  private synchronized FutureTask<List<InetAddress>> running() {
    FutureTask<List<InetAddress>> task = running;
    if (task == null || task.isDone()) {
      task = new FutureTask<>(() -> lookup.find(host));
      running = task;
      Threads.start("look up " + host, task);
    }
    return task;
  }
}
