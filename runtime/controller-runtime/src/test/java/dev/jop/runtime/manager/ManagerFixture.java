package dev.jop.runtime.manager;

import dev.jop.runtime.cluster.Cluster;
import java.time.Duration;

/** Makes managers of clusters that are not real. */
public final class ManagerFixture {

  private ManagerFixture() {}

  /** A manager of such a cluster, without health endpoints. */
  public static Manager of(Cluster cluster) {
    return new Manager(
        ManagerOptions.defaults().withGracefulShutdownTimeout(Duration.ofSeconds(10)),
        cluster,
        null);
  }
}
