package dev.jop.runtime.scheme;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;

/**
 * A Java type that stands for a kind, with what is needed to address it at the API server.
 *
 * <p>The same kind can be seen as the class that was written for it, generically ({@link
 * #asGeneric}), and as nothing but metadata ({@link #asMetadata}).
 *
 * @param type the Java type
 * @param kind the kind that it stands for
 * @param plural the kind's name in paths, such as {@code deployments}
 * @param namespaced whether its objects live in namespaces
 * @param <T> the Java type
 */
public record ResourceType<T extends HasMetadata>(
    Class<T> type, GroupVersionKind kind, String plural, boolean namespaced) {

  private static final ClassValue<ResourceType<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected ResourceType<?> computeValue(Class<?> type) {
          return read(type.asSubclass(HasMetadata.class));
        }
      };

  /**
   * Checks what becomes part of paths.
   *
   * @throws IllegalArgumentException if group, version or plural cannot be segments of a path
   */
  public ResourceType {
    if (!kind.group().isEmpty()) {
      ApiPath.check("API group", kind.group());
    }
    ApiPath.check("API version", kind.version());
    ApiPath.check("resource", plural);
  }

  /**
   * The kind that a type stands for, from its annotations.
   *
   * @throws IllegalArgumentException if the type lacks {@code @Group} or {@code @Version}
   */
  @SuppressWarnings("unchecked") // the cache holds under a class what was read from that class
  public static <T extends HasMetadata> ResourceType<T> of(Class<T> type) {
    return (ResourceType<T>) CACHE.get(type);
  }

  /** The kind of an object, by its class. */
  @SuppressWarnings("unchecked") // an object's class is the class of its static type or below
  public static <T extends HasMetadata> ResourceType<T> of(T object) {
    return (ResourceType<T>) CACHE.get(object.getClass());
  }

  /**
   * A kind for which there is no Java type, or none that is wanted.
   *
   * @param plural the kind's name in paths, such as {@code deployments}
   * @param namespaced whether its objects live in namespaces
   */
  public static ResourceType<GenericKubernetesResource> generic(
      GroupVersionKind kind, String plural, boolean namespaced) {
    return new ResourceType<>(GenericKubernetesResource.class, kind, plural, namespaced);
  }

  private static <T extends HasMetadata> ResourceType<T> read(Class<T> type) {
    String version = HasMetadata.getVersion(type);
    String group = HasMetadata.getGroup(type);
    if (version == null || group == null) {
      throw new IllegalArgumentException(
          type.getName() + " stands for no kind: annotate it with @Group and @Version");
    }
    return new ResourceType<>(
        type,
        new GroupVersionKind(group, version, HasMetadata.getKind(type)),
        HasMetadata.getPlural(type),
        Namespaced.class.isAssignableFrom(type));
  }

  /** The same kind, its objects with all fields but no Java type for them. */
  public ResourceType<GenericKubernetesResource> asGeneric() {
    return generic(kind, plural, namespaced);
  }

  /** The same kind, of its objects nothing but the metadata; less is sent and kept for them. */
  public ResourceType<PartialObjectMetadata> asMetadata() {
    return new ResourceType<>(PartialObjectMetadata.class, kind, plural, namespaced);
  }

  /** Whether nothing but metadata is wanted of the objects. */
  public boolean isMetadata() {
    return type == PartialObjectMetadata.class;
  }

  /**
   * The path of the kind's objects in one namespace, or in all if the namespace is empty.
   *
   * @param namespace passed over for a cluster-scoped kind
   * @throws IllegalArgumentException if it cannot be a segment of a path
   */
  public ApiPath path(String namespace) {
    ApiPath root = kind.group().isEmpty() ? ApiPath.of("api") : ApiPath.of("apis", kind.group());
    ApiPath path = root.child("API version", kind.version());
    if (namespaced && !namespace.isEmpty()) {
      path = path.child("path segment", "namespaces").child("namespace", namespace);
    }
    return path.child("resource", plural);
  }

  /** The key as objects of this kind have it: without a namespace if the kind is cluster-scoped. */
  public ObjectKey normalized(ObjectKey key) {
    return namespaced || key.namespace().isEmpty() ? key : ObjectKey.of(key.name());
  }

  /**
   * The path of one object.
   *
   * @throws IllegalArgumentException if the namespace or the name cannot be a segment of a path, or
   *     the kind is namespaced and the key is not
   */
  public ApiPath path(ObjectKey key) {
    return path(namespaced ? ApiPath.check("namespace", key.namespace()) : "")
        .child("name", key.name());
  }

  @Override
  public String toString() {
    return kind.toString();
  }
}
