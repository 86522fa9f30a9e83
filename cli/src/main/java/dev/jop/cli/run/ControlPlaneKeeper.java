package dev.jop.cli.run;

import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentException;
import dev.jop.envtest.Server;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a control plane's servers again when they end by themselves, as a cluster would: with the
 * same ports and data, so that the operator and kubectl find them again.
 *
 * <p>It gives up at the first server that does not start. A control plane that only was joined is
 * kept by the process that started it.
 */
final class ControlPlaneKeeper {
  private static final long LOOK_MILLIS = 500;

  private final Environment environment;
  private final Consumer<String> tell;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ControlPlaneKeeper(Environment environment, Consumer<String> tell) {
    this.environment = environment;
    this.tell = tell;
  }

  /**
   * Begins to look after the environment's servers.
   *
   * @param tell is told of each end and start
   */
  static ControlPlaneKeeper start(Environment environment, Consumer<String> tell) {
    ControlPlaneKeeper keeper = new ControlPlaneKeeper(environment, tell);
    if (environment.owned()) {
      Thread thread = new Thread(keeper::keep, "control-plane-keeper");
      thread.setDaemon(true);
      thread.start();
    }
    return keeper;
  }

  private void keep() {
    try {
      while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        restart("etcd", environment.etcd());
        restart("kube-apiserver", environment.apiServer());
      }
    } catch (EnvironmentException e) {
      if (closed.getCount() > 0) {
        tell.accept("the control plane is lost: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(String name, Server server) {
    if (!server.running() && closed.getCount() > 0) {
      tell.accept(name + " ended; starting it again");
      server.start();
      tell.accept(name + " is back");
    }
  }

  /** Looks after them no more; a start that is under way ends when the environment is closed. */
  void close() {
    closed.countDown();
  }
}
