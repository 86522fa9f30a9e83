package dev.jop.runtime.manager;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.FieldOwner;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a config map that says how big the gadget is, and says in its status that it is ready. */
final class GadgetReconciler implements Reconciler {

  private static final FieldOwner OWNER = FieldOwner.of("gadgets").withForce();

  private final Client client;
  private final Set<ObjectKey> missed = ConcurrentHashMap.newKeySet();

  GadgetReconciler(Client client) {
    this.client = client;
  }

  /** Whether it looked for a gadget that was not there. */
  boolean missed(ObjectKey key) {
    return missed.contains(key);
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<Gadget> found = client.get(Gadget.class, request.key());
    if (found.isEmpty()) {
      missed.add(request.key());
      return Result.done();
    }
    client.apply(child(found.get()), OWNER);
    Gadget status = Gadget.of(request.key(), 0);
    status.setStatus(new Gadget.Status(true));
    client.status().apply(status, OWNER);
    return Result.done();
  }

  private static ConfigMap child(Gadget gadget) {
    ConfigMap child =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(gadget.getMetadata().getNamespace())
            .withName(gadget.getMetadata().getName())
            .endMetadata()
            .withData(Map.of("size", "" + gadget.getSpec().size()))
            .build();
    child.addOwnerReference(gadget, true, true);
    return child;
  }
}
