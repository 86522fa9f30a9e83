package dev.jop.envtest;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Installs definitions, and waits until the server serves what they define. */
final class CrdInstaller implements AutoCloseable {
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final long POLL_MILLIS = 25;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final KubernetesClient client;
  private final Duration timeout;

  CrdInstaller(Config config, Duration timeout) {
    this.client = new KubernetesClientBuilder().withConfig(config).build();
    this.timeout = timeout;
  }

  /** Creates or updates all, then waits for all. */
  void install(List<CrdManifest> manifests) {
    long deadline = System.nanoTime() + timeout.toNanos();
    manifests.forEach(manifest -> createOrUpdate(manifest, deadline));
    manifests.forEach(
        manifest -> await(manifest + " to be served", () -> served(manifest), deadline));
  }

  /** Deletes all, then waits until all are gone. */
  void uninstall(List<CrdManifest> manifests) {
    long deadline = System.nanoTime() + timeout.toNanos();
    manifests.forEach(this::delete);
    manifests.forEach(
        manifest -> await(manifest + " to be gone", () -> live(manifest) == null, deadline));
  }

  private void createOrUpdate(CrdManifest manifest, long deadline) {
    await(manifest + " to be written", () -> write(manifest), deadline);
  }

  /**
   * Writes once; false when another writer came between, or the live one is still being deleted.
   */
  private boolean write(CrdManifest manifest) {
    JsonNode live = live(manifest);
    try {
      if (live == null) {
        client.raw(DEFINITIONS, "POST", manifest.json(""));
        return true;
      }
      if (live.path("metadata").has("deletionTimestamp")) {
        return false;
      }
      String version = live.path("metadata").path("resourceVersion").asString("");
      client.raw(path(manifest), "PUT", manifest.json(version));
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT || (live != null && e.getCode() == NOT_FOUND)) {
        return false;
      }
      throw new EnvironmentException("the server refuses " + manifest + ": " + told(e), e);
    }
  }

  /** What the server says; the exception's own message repeats it with all of its parts. */
  private static String told(KubernetesClientException e) {
    @Nullable Status status = e.getStatus();
    return status != null && status.getMessage() != null
        ? status.getMessage()
        : String.valueOf(e.getMessage());
  }

  private void delete(CrdManifest manifest) {
    try {
      client.raw(path(manifest), "DELETE", null);
    } catch (KubernetesClientException e) {
      if (e.getCode() != NOT_FOUND) {
        throw new EnvironmentException("can't delete " + manifest + ": " + told(e), e);
      }
    }
  }

  private boolean served(CrdManifest manifest) {
    JsonNode live = live(manifest);
    return live != null
        && established(live)
        && manifest.servedVersions().stream()
            .allMatch(version -> discovered(manifest, version) && answers(manifest, version));
  }

  /**
   * Whether a list succeeds: the server lets a kind be discovered while its storage is still being
   * made.
   */
  private boolean answers(CrdManifest manifest, String version) {
    try {
      client.raw(
          "/apis/%s/%s/%s?limit=1".formatted(manifest.group(), version, manifest.plural()),
          "GET",
          null);
      return true;
    } catch (KubernetesClientException e) {
      return e.getCode() == FORBIDDEN;
    }
  }

  private static boolean established(JsonNode live) {
    for (JsonNode condition : live.path("status").path("conditions")) {
      if (condition.path("type").asString("").equals("Established")) {
        return condition.path("status").asString("").equals("True");
      }
    }
    return false;
  }

  private boolean discovered(CrdManifest manifest, String version) {
    JsonNode resources = get("/apis/" + manifest.group() + "/" + version);
    if (resources != null) {
      for (JsonNode resource : resources.path("resources")) {
        if (resource.path("name").asString("").equals(manifest.plural())) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable JsonNode live(CrdManifest manifest) {
    return get(path(manifest));
  }

  /** Where a definition is; a name such as {@code ?} would lead to all definitions. */
  private static String path(CrdManifest manifest) {
    if (!NAME.matcher(manifest.name()).matches()) {
      throw new EnvironmentException(
          "the name of " + manifest + " is not valid: it has to be <plural>.<group>");
    }
    return DEFINITIONS + "/" + manifest.name();
  }

  private @Nullable JsonNode get(String path) {
    try {
      return MAPPER.readTree(client.raw(path, "GET", null));
    } catch (KubernetesClientException e) {
      if (e.getCode() == NOT_FOUND) {
        return null;
      }
      throw new EnvironmentException("can't read " + path + ": " + told(e), e);
    }
  }

  private void await(String what, BooleanSupplier done, long deadline) {
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        throw new EnvironmentException("waited " + timeout.toSeconds() + " s in vain for " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EnvironmentException("interrupted while waiting for " + what, e);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
