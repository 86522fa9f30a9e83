package dev.jop.testdata.widget;

import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import java.util.Optional;

/** Does what the peers' reconcilers do, in the same reads and writes. */
final class WidgetReconciler implements Reconciler {

  private static final int WORKERS = 10;

  private final Client client;

  WidgetReconciler(Client client) {
    this.client = client;
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<Widget> found = client.get(Widget.class, request.key());
    if (found.isEmpty()) {
      return Result.done();
    }
    Widget widget = found.get();
    Map<String, String> wanted =
        Map.of("size", Long.toString(widget.getSpec().size()), "color", widget.getSpec().color());
    Optional<ConfigMap> child = client.get(ConfigMap.class, request.key());
    if (child.isEmpty()) {
      client.create(childOf(widget, wanted));
    } else if (!wanted.equals(child.get().getData())) {
      child.get().setData(wanted);
      client.update(child.get());
    }
    long generation = widget.getMetadata().getGeneration();
    WidgetStatus status = new WidgetStatus(generation, true);
    if (!status.equals(widget.getStatus())) {
      widget.setStatus(status);
      client.status().update(widget);
    }
    return Result.done();
  }

  private static ConfigMap childOf(Widget widget, Map<String, String> data) {
    ConfigMap child =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(widget.getMetadata().getName())
            .withNamespace(widget.getMetadata().getNamespace())
            .endMetadata()
            .withData(data)
            .build();
    child.addOwnerReference(widget, true, true);
    return child;
  }

  void setupWith(Manager manager) {
    ControllerBuilder.forKind(Widget.class, Predicate.generationChanged())
        .owns(ConfigMap.class)
        .withOptions(options -> options.withMaxConcurrentReconciles(WORKERS))
        .complete(manager, this);
  }
}
