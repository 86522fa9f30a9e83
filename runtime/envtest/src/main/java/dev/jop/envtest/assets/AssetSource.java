package dev.jop.envtest.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A way to get binaries that are not on this machine yet. */
interface AssetSource {
  /** The newest version of the range that this source can give. */
  Optional<KubernetesVersion> newest(VersionRange range) throws IOException, InterruptedException;

  /**
   * Puts the binaries of a version into a folder.
   *
   * @param work an empty folder for what is needed on the way
   * @param result an empty folder for the binaries
   */
  void fill(KubernetesVersion version, Path work, Path result)
      throws IOException, InterruptedException;
}
