package dev.jop.runtime.cache;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one reflector brings into a store: the objects of a kind in one namespace, or in all but
 * some.
 *
 * @param source what it lists and watches
 * @param except the namespaces that others bring in
 * @param config what is done to what it brings
 * @param changes what {@code config} was made of; empty if that is not known
 */
record FeedSpec(ListWatch source, Set<String> except, CacheConfig config, List<?> changes) {

  private static final Pattern ONE_NAMESPACE =
      Pattern.compile("(?:^|,)\\s*metadata\\.namespace\\s*==?\\s*([^,=!\\s]+)\\s*(?:,|$)");

  /** All that a source gives. */
  static FeedSpec of(ListWatch source) {
    return new FeedSpec(source, Set.of(), CacheConfig.defaults(), List.of());
  }

  /**
   * What the reflectors of a kind bring in, by the namespace that each is for.
   *
   * @throws IllegalArgumentException if namespaces are named for a cluster-scoped kind (K25)
   */
  static Map<String, FeedSpec> plan(RestClient rest, CacheOptions options, ResourceType<?> type) {
    KindOptions kind = options.kind(type);
    if (!type.namespaced()) {
      if (!kind.namespaces().isEmpty()) {
        throw new IllegalArgumentException(
            type + " is not namespaced, but the cache's options name namespaces for it");
      }
      CacheConfig config = kind.config().apply(options.config());
      List<?> made = List.of(options.config(), kind.config());
      return Map.of(CacheOptions.ALL_NAMESPACES, one(rest, type, "", Set.of(), config, made));
    }
    boolean own = !kind.namespaces().isEmpty();
    Map<String, UnaryOperator<CacheConfig>> changes =
        own ? kind.namespaces() : options.namespaces();
    Map<String, FeedSpec> plan = new HashMap<>();
    changes.forEach(
        (namespace, change) -> {
          CacheConfig config =
              own
                  ? change.apply(kind.config().apply(options.config()))
                  : kind.config().apply(change.apply(options.config())); // K22
          Set<String> except = new TreeSet<>();
          if (namespace.equals(CacheOptions.ALL_NAMESPACES)) {
            except.addAll(changes.keySet());
            except.remove(namespace);
          }
          List<?> made = List.of(options.config(), kind.config(), change);
          plan.put(namespace, one(rest, type, namespace, except, config, made));
        });
    return plan;
  }

  private static FeedSpec one(
      RestClient rest,
      ResourceType<?> type,
      String namespace,
      Set<String> except,
      CacheConfig config,
      List<?> made) {
    StringBuilder fields = new StringBuilder(config.fieldSelector());
    for (String excluded : except) {
      fields.append(fields.isEmpty() ? "" : ",").append("metadata.namespace!=");
      fields.append(FieldMatch.escaped(excluded));
    }
    Matcher single = ONE_NAMESPACE.matcher(config.fieldSelector());
    boolean narrow = type.namespaced() && namespace.isEmpty() && single.find();
    return new FeedSpec(
        ListWatch.of(rest, type.isMetadata() ? type : type.asGeneric())
            .withNamespace(narrow ? single.group(1) : namespace)
            .withLabelSelector(config.labelSelector())
            .withFieldSelector(fields.toString()),
        except,
        config,
        made);
  }

  /**
   * Whether it brings in the same in the same way: changes that make transforms make new ones each
   * time.
   */
  boolean isLike(FeedSpec other) {
    return source.equals(other.source)
        && except.equals(other.except)
        && (config.equals(other.config) || (!changes.isEmpty() && changes.equals(other.changes)));
  }

  /** Whether it brings nothing but metadata. */
  boolean isMetadata() {
    return source.type().isMetadata();
  }

  /** Whether it is this that brings the object in, if there is one. */
  boolean covers(ObjectKey key) {
    return (source.namespace().isEmpty() || !source.type().namespaced())
        ? !except.contains(key.namespace())
        : source.namespace().equals(key.namespace());
  }
}
