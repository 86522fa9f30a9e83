package dev.jop.runtime.cluster;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.cache.CacheOptions;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.client.RestMapper;
import dev.jop.runtime.config.ClientConfig;

/** A cluster that is reached over one HTTP client. */
final class ConnectedCluster implements Cluster {

  private final RestClient rest;
  private final Cache cache;
  private final Client client;
  private final Client liveClient;
  private final RestMapper restMapper;

  ConnectedCluster(ClientConfig config, CacheOptions options) {
    rest = RestClient.create(config);
    cache = Cache.create(rest, options);
    client = Client.reading(rest, cache);
    liveClient = Client.live(rest);
    restMapper = new RestMapper(rest);
  }

  @Override
  public String server() {
    return rest.server();
  }

  @Override
  public Client client() {
    return client;
  }

  @Override
  public Client liveClient() {
    return liveClient;
  }

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public RestMapper restMapper() {
    return restMapper;
  }

  @Override
  public void start() {
    cache.start();
  }

  @Override
  public void close() {
    cache.close();
    rest.close();
  }
}
