package dev.jop.runtime.meta;

import dev.jop.runtime.internal.text.Printable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an object among those of its kind: namespace and name.
 *
 * @param namespace the namespace, empty for a cluster-scoped object
 * @param name the name, never empty
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {

  /** Checks that there is a name. */
  public ObjectKey {
    Objects.requireNonNull(namespace, "namespace");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an object key needs a name");
    }
  }

  /** The key of a namespaced object. */
  public static ObjectKey of(String namespace, String name) {
    return new ObjectKey(namespace, name);
  }

  /** The key of a cluster-scoped object. */
  public static ObjectKey of(String name) {
    return new ObjectKey("", name);
  }

  /**
   * The key of an object.
   *
   * @throws IllegalArgumentException if the object has no name
   */
  public static ObjectKey of(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    String name = object.getMetadata().getName();
    if (name == null) {
      throw new IllegalArgumentException("a " + object.getKind() + " without a name has no key");
    }
    return new ObjectKey(namespace == null ? "" : namespace, name);
  }

  @Override
  public int compareTo(ObjectKey other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public boolean equals(@Nullable Object other) { // by hand: every look-up in a cache compares keys
    return other instanceof ObjectKey that
        && name.equals(that.name)
        && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }

  /**
   * {@code namespace/name}, or the name alone for a cluster-scoped object; for people to read, so
   * that line breaks and other invisible characters are shown as their codes.
   */
  @Override
  public String toString() {
    return namespace.isEmpty()
        ? Printable.of(name)
        : Printable.of(namespace) + "/" + Printable.of(name);
  }
}
