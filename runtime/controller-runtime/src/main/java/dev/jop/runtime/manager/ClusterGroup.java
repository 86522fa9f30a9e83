package dev.jop.runtime.manager;

import dev.jop.runtime.cluster.Cluster;
import dev.jop.runtime.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The clusters of a manager, which start together and before all that reads from them (M3). */
final class ClusterGroup {

  private final List<Cluster> clusters = new ArrayList<>();
  private boolean started;
  private boolean closed;

  /** Adds a cluster, which starts at once if the others have (M5). */
  synchronized void add(Cluster cluster) {
    if (closed) {
      throw new IllegalStateException(
          "cannot add a cluster: the manager is stopping or has stopped");
    }
    clusters.add(cluster);
    if (started) {
      cluster.start();
    }
  }

  synchronized void start() {
    started = true;
    clusters.forEach(Cluster::start);
  }

  /** Waits for all informers that were asked for so far; false if the time is over before. */
  boolean waitForSync(Duration timeout) throws InterruptedException {
    Deadline deadline = Deadline.in(timeout);
    for (Cluster cluster : all()) {
      if (!cluster.cache().waitForSync(deadline.left())) {
        return false;
      }
    }
    return true;
  }

  void close() {
    synchronized (this) {
      closed = true;
    }
    all().forEach(Cluster::close);
  }

  private synchronized List<Cluster> all() {
    return List.copyOf(clusters);
  }
}
