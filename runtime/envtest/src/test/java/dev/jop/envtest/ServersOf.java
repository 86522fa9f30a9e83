package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The etcd and kube-apiserver processes whose command line names a text, such as a work folder. */
record ServersOf(String text) {
  List<ProcessHandle> running() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> isServer(process.info()))
        .toList();
  }

  private boolean isServer(ProcessHandle.Info info) {
    String line = info.commandLine().orElse("");
    return line.contains(text) && (line.contains("etcd ") || line.contains("kube-apiserver "));
  }

  /** Waits until none runs. */
  void awaitNone() throws InterruptedException {
    await(Duration.ofSeconds(20), "the end of the servers of " + text, () -> running().isEmpty());
  }

  static void await(Duration limit, String what, BooleanSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as("waited for " + what).isNegative();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
