package dev.jop.runtime.testing;

import dev.jop.runtime.meta.ObjectKey;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tests' kind. Its CRD has fields named {@code newer} that this type does not know. */
@Group("test.jop.dev")
@Version("v1")
public final class Gadget extends CustomResource<Gadget.Spec, Gadget.Status> implements Namespaced {

  private static final long serialVersionUID = 1L;

  /** A gadget of a size. */
  public static Gadget of(ObjectKey key, int size) {
    Gadget gadget = new Gadget();
    gadget.setMetadata(
        new ObjectMetaBuilder().withNamespace(key.namespace()).withName(key.name()).build());
    gadget.setSpec(new Spec(size, null));
    return gadget;
  }

  /** What a gadget should be. */
  public record Spec(int size, @Nullable List<Part> parts) {}

  /** What a gadget is made of. */
  public record Part(String name) {}

  /** What a gadget is. */
  public record Status(boolean ready) {}
}
