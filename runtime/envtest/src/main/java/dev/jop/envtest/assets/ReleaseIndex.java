package dev.jop.envtest.assets;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The envtest releases that controller-tools publishes, for one platform.
 *
 * <p>The file maps versions to archives, and each archive to its SHA-512 and its address.
 */
record ReleaseIndex(Map<KubernetesVersion, Archive> archives) {
  /** One archive of binaries. */
  record Archive(String sha512, URI link) {}

  static ReleaseIndex parse(byte[] yaml, Platform platform) throws IOException {
    JsonNode releases;
    try {
      releases = new YAMLMapper().readTree(yaml).path("releases");
    } catch (JacksonException e) {
      throw new IOException("not a release index: " + e.getOriginalMessage(), e);
    }
    if (!releases.isObject()) {
      throw new IOException("not a release index: it has no map 'releases'");
    }
    Map<KubernetesVersion, Archive> archives = new TreeMap<>();
    for (Map.Entry<String, JsonNode> release : releases.properties()) {
      JsonNode archive =
          release.getValue().path("envtest-" + release.getKey() + "-" + platform + ".tar.gz");
      Optional<KubernetesVersion> version = KubernetesVersion.parse(release.getKey());
      if (version.isPresent() && archive.isObject()) {
        archives.put(version.get(), archive(archive));
      }
    }
    return new ReleaseIndex(archives);
  }

  private static Archive archive(JsonNode node) throws IOException {
    try {
      return new Archive(
          node.path("hash").asString(""), URI.create(node.path("selfLink").asString("")));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a release index: " + e.getMessage(), e);
    }
  }

  Set<KubernetesVersion> versions() {
    return archives.keySet();
  }

  Optional<Archive> archive(KubernetesVersion version) {
    return Optional.ofNullable(archives.get(version));
  }
}
