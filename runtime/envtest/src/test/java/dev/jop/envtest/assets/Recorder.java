package dev.jop.envtest.assets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Options for tests that touch nothing of the machine, with the lines of progress that they led to.
 */
record Recorder(List<String> lines) {
  Recorder() {
    this(new CopyOnWriteArrayList<>());
  }

  AssetOptions options(Path root, Map<String, String> environment) {
    return AssetOptions.defaults(environment)
        .withRoot(root)
        .withDownloadTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(1))
        .withProgress(lines::add);
  }
}
