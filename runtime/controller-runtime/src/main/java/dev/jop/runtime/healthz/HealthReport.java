package dev.jop.runtime.healthz;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of some checks, as text in the form of Kubernetes' own endpoints.
 *
 * @param healthy whether all were well
 * @param text a line for each check
 */
record HealthReport(boolean healthy, String text) {

  private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);

  /**
   * Runs the checks.
   *
   * @param excluded the names of those not to run
   */
  static HealthReport of(
      String endpoint, SortedMap<String, HealthCheck> checks, Set<String> excluded) {
    StringBuilder text = new StringBuilder();
    boolean healthy = true;
    for (Map.Entry<String, HealthCheck> check : checks.entrySet()) {
      String name = check.getKey();
      if (excluded.contains(name)) {
        text.append("[+]").append(name).append(" excluded: ok\n");
      } else if (passes(endpoint, name, check.getValue())) {
        text.append("[+]").append(name).append(" ok\n");
      } else {
        healthy = false;
        text.append("[-]").append(name).append(" failed: reason withheld\n");
      }
    }
    Set<String> unknown = new TreeSet<>(excluded);
    unknown.removeAll(checks.keySet());
    if (!unknown.isEmpty()) {
      text.append("warn: some health checks cannot be excluded: no matches for ")
          .append(unknown.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",")))
          .append('\n');
    }
    text.append(endpoint).append(healthy ? " check passed\n" : " check failed\n");
    return new HealthReport(healthy, text.toString());
  }

  private static boolean passes(String endpoint, String name, HealthCheck check) {
    try {
      check.check();
      return true;
    } catch (Exception e) { // whatever a check throws is its answer
      LOG.info("{} check {} failed: {}", endpoint, name, e.toString());
      return false;
    }
  }
}
