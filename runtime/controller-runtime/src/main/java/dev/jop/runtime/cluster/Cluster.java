package dev.jop.runtime.cluster;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.cache.CacheOptions;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestMapper;
import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import io.fabric8.kubernetes.client.Config;

/** What is needed to work on one API server. Safe for use by many threads. */
public interface Cluster extends AutoCloseable {

  /**
   * Makes cache and clients for an API server. Opens no connection yet.
   *
   * @param config how to reach it
   * @throws ConfigException if what is configured cannot be used, such as a certificate or key
   */
  static Cluster create(ClientConfig config, CacheOptions options) {
    try {
      return new ConnectedCluster(config, options);
    } catch (ConfigException e) {
      throw new ConfigException(
          "cannot connect to " + config.server() + " as configured: " + e.getMessage(), e);
    }
  }

  /**
   * Makes cache and clients for the API server that fabric8's configuration names.
   *
   * @param config how to reach it; is not changed
   * @throws ConfigException if it cannot be used, or says what cannot be honoured
   * @see ClientConfig#of
   */
  static Cluster create(Config config, CacheOptions options) {
    return create(ClientConfig.of(config), options);
  }

  /** The API server's address, for messages. */
  String server();

  /** Reads from the cache, once it is started, and writes to the API server. */
  Client client();

  /** Reads and writes at the API server; may be used before the start. */
  Client liveClient();

  /** The cache, which is a reader itself. */
  Cache cache();

  /** Says how kinds are addressed for which there is no Java type. */
  RestMapper restMapper();

  /** Starts the cache. Does not wait. */
  void start();

  /** Ends the cache and closes the connections. May be called twice, and without a start. */
  @Override
  void close();
}
