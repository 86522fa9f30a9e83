package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of an informer at one time.
 *
 * @param kind the kind that they bring in
 * @param byNamespace by the namespace that each is for
 */
record Feeds(ResourceType<?> kind, Map<String, Feed> byNamespace) {

  /** Keeps a copy. */
  Feeds {
    byNamespace = Map.copyOf(byNamespace);
  }

  /** None. */
  static Feeds none(ResourceType<?> kind) {
    return new Feeds(kind, Map.of());
  }

  /** Others, among them those of these that stay the same. */
  Feeds exchanged(Map<String, FeedSpec> specs, Function<FeedSpec, Feed> make) {
    Map<String, Feed> next = new HashMap<>();
    specs.forEach(
        (namespace, spec) -> {
          Feed known = byNamespace.get(namespace);
          next.put(
              namespace, known != null && known.spec().isLike(spec) ? known : make.apply(spec));
        });
    return new Feeds(kind, next);
  }

  Collection<Feed> all() {
    return byNamespace.values();
  }

  /** The one that brings in a namespace, if it is held. */
  @Nullable Feed of(String namespace) {
    Feed feed = byNamespace.get(namespace);
    return feed == null ? byNamespace.get(CacheOptions.ALL_NAMESPACES) : feed;
  }

  /**
   * One that has not brought in everything yet of a namespace, or of all if that is empty.
   *
   * @throws UnknownNamespaceException if none brings in that namespace (K10)
   */
  @Nullable Feed pending(String namespace) {
    if (namespace.isEmpty()) {
      for (Feed feed : all()) {
        if (!feed.hasSynced()) {
          return feed;
        }
      }
      return null;
    }
    Feed feed = of(namespace);
    if (feed == null) {
      throw new UnknownNamespaceException(kind, namespace);
    }
    return feed.hasSynced() ? null : feed;
  }

  /**
   * Whether everything of a namespace, or of all if it is empty, was brought in once.
   *
   * @throws UnknownNamespaceException if none brings in that namespace (K10)
   */
  boolean haveSynced(String namespace) {
    return pending(namespace) == null;
  }

  /** What brings in a namespace; nothing if it is not held. */
  Optional<FeedSpec> specOf(String namespace) {
    return Optional.ofNullable(of(namespace)).map(Feed::spec);
  }

  /** Whether readers of objects in a namespace share them. */
  boolean shareReads(String namespace) {
    return specOf(namespace).filter(spec -> spec.config().sharedReads()).isPresent();
  }

  /** Whether all have brought in everything, not counting one. */
  boolean haveSyncedBut(@Nullable Feed one) {
    return all().stream().allMatch(feed -> feed == one || feed.hasSynced());
  }

  /** Whether one of them brings the object in, if there is one. */
  boolean cover(ObjectKey key) {
    return all().stream().anyMatch(feed -> feed.spec().covers(key));
  }

  /** Whether no more than metadata is brought in. */
  boolean areMetadata() {
    return all().stream().anyMatch(feed -> feed.spec().isMetadata());
  }

  Optional<ApiException> lastError() {
    return all().stream().flatMap(feed -> feed.lastError().stream()).findAny();
  }

  /** The oldest of their versions; empty if one has none or they compare to nothing (I38). */
  String lastResourceVersion() {
    String oldest = "";
    for (Feed feed : all()) {
      String version = feed.resourceVersion();
      oldest = oldest.isEmpty() ? version : ResourceVersions.older(oldest, version);
      if (version.isEmpty() || oldest.isEmpty()) {
        return "";
      }
    }
    return oldest;
  }
}
