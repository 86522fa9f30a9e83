package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a cache does otherwise for one kind.
 *
 * @param config changes what the kind inherits; nothing by default
 * @param namespaces the namespaces that are held of this kind, each with what is different in it;
 *     empty (the default) for those of the cache
 * @param resyncPeriod changes after how long every object of this kind is told to handlers again;
 *     nothing by default
 */
public record KindOptions(
    UnaryOperator<CacheConfig> config,
    Map<String, UnaryOperator<CacheConfig>> namespaces,
    UnaryOperator<Duration> resyncPeriod) {

  private static final KindOptions DEFAULTS =
      new KindOptions(UnaryOperator.identity(), Map.of(), UnaryOperator.identity());

  /** Copies the map. */
  public KindOptions {
    namespaces = Map.copyOf(namespaces);
  }

  /** Nothing is different. */
  public static KindOptions defaults() {
    return DEFAULTS;
  }

  /** The same with a further change of what the kind inherits. */
  public KindOptions withConfig(UnaryOperator<CacheConfig> change) {
    return new KindOptions(
        inherited -> change.apply(config.apply(inherited)), namespaces, resyncPeriod);
  }

  /**
   * The same for these namespaces and no others, whatever the cache's are.
   *
   * @param namespaces their names; {@link CacheOptions#ALL_NAMESPACES} for all that are not named
   */
  public KindOptions withNamespaces(String... namespaces) {
    return withNamespaces(CacheOptions.byName(namespaces));
  }

  /** The same for these namespaces and no others, each with what is different in it. */
  public KindOptions withNamespaces(Map<String, UnaryOperator<CacheConfig>> namespaces) {
    return new KindOptions(config, namespaces, resyncPeriod);
  }

  /** The same with another time between resyncs of this kind; zero for none. */
  public KindOptions withResyncPeriod(Duration resyncPeriod) {
    return new KindOptions(config, namespaces, inherited -> resyncPeriod);
  }
}
