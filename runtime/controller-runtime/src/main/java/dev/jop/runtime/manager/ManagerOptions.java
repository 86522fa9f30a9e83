package dev.jop.runtime.manager;

import dev.jop.runtime.cache.CacheOptions;
import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigLoader;
import dev.jop.runtime.controller.ControllerOptions;
import io.fabric8.kubernetes.client.Config;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a manager works.
 *
 * @param config says how to reach the API server, asked once by {@link Manager#create}; by default
 *     as {@link ConfigLoader} finds it
 * @param healthProbeBindAddress where {@code /healthz} and {@code /readyz} are served, such as
 *     {@code :8081}; empty (the default) or {@code 0} for nowhere
 * @param gracefulShutdownTimeout how long parts may take to end when the manager stops, 30 seconds
 *     by default; zero not to wait, negative to wait for ever (M11)
 * @param cache what the cache holds
 * @param controller how controllers work that say nothing else
 */
public record ManagerOptions(
    Supplier<ClientConfig> config,
    String healthProbeBindAddress,
    Duration gracefulShutdownTimeout,
    CacheOptions cache,
    ControllerOptions controller) {

  private static final ManagerOptions DEFAULTS =
      new ManagerOptions(
          ConfigLoader::load,
          "",
          Duration.ofSeconds(30),
          CacheOptions.defaults(),
          ControllerOptions.defaults());

  /** The API server that is configured for this process, no health endpoints, 30 seconds. */
  public static ManagerOptions defaults() {
    return DEFAULTS;
  }

  /**
   * The options that a command line names; for {@code main} methods.
   *
   * <p>Ends the process where there is nothing to go on with: after {@code --help} with exit code
   * 0, at a wrong argument with one line on the standard error and exit code 2. A program that
   * wants to live on uses {@link ManagerFlags#parse}.
   *
   * @param arguments the command line; flags as in {@code --help}
   */
  public static ManagerOptions parse(String... arguments) {
    return ManagerFlags.parseOrExit(arguments);
  }

  /** The same for this API server. */
  public ManagerOptions withConfig(ClientConfig config) {
    return withConfig(() -> config);
  }

  /**
   * The same for the API server that fabric8's configuration names.
   *
   * @see ClientConfig#of
   */
  public ManagerOptions withConfig(Config config) {
    return withConfig(() -> ClientConfig.of(config));
  }

  ManagerOptions withConfig(Supplier<ClientConfig> config) {
    return new ManagerOptions(
        config, healthProbeBindAddress, gracefulShutdownTimeout, cache, controller);
  }

  /** The same with health endpoints there. */
  public ManagerOptions withHealthProbeBindAddress(String healthProbeBindAddress) {
    return new ManagerOptions(
        config, healthProbeBindAddress, gracefulShutdownTimeout, cache, controller);
  }

  /** The same with another time to stop. */
  public ManagerOptions withGracefulShutdownTimeout(Duration gracefulShutdownTimeout) {
    return new ManagerOptions(
        config, healthProbeBindAddress, gracefulShutdownTimeout, cache, controller);
  }

  /** The same with another cache. */
  public ManagerOptions withCache(CacheOptions cache) {
    return new ManagerOptions(
        config, healthProbeBindAddress, gracefulShutdownTimeout, cache, controller);
  }

  /** The same with other defaults for controllers. */
  public ManagerOptions withController(ControllerOptions controller) {
    return new ManagerOptions(
        config, healthProbeBindAddress, gracefulShutdownTimeout, cache, controller);
  }
}
