[=api.header]package [=api.controllers];

import static dev.jop.markers.rbac.Verb.CREATE;
import static dev.jop.markers.rbac.Verb.DELETE;
import static dev.jop.markers.rbac.Verb.GET;
import static dev.jop.markers.rbac.Verb.LIST;
import static dev.jop.markers.rbac.Verb.PATCH;
import static dev.jop.markers.rbac.Verb.UPDATE;
import static dev.jop.markers.rbac.Verb.WATCH;

import [=api.types].[=api.kind];
import [=api.types].[=api.kind]Status;
import dev.jop.markers.rbac.Rbac;
import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.FieldOwner;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes the world fit each [=api.kind], and tells in its status how that went. */
<#assign groups = 'groups = "' + api.group + '"'>
<#assign resources = 'resources = "' + api.plural>
<@java.annotation name="Rbac" arguments=[groups, resources + '"', "verbs = {GET, LIST, WATCH, CREATE, UPDATE, PATCH, DELETE}"]/>
<@java.annotation name="Rbac" arguments=[groups, resources + '/status"', "verbs = {GET, UPDATE, PATCH}"]/>
<@java.annotation name="Rbac" arguments=[groups, resources + '/finalizers"', "verbs = UPDATE"]/>
public final class [=api.kind]Reconciler implements Reconciler {
<@java.assign left="private static final FieldOwner OWNER" right='FieldOwner.of("' + api.lower + '-controller").withForce()' indent=2/>
  private static final String READY = "Ready";

  private final Client client;

  public [=api.kind]Reconciler(Client client) {
    this.client = client;
  }

  /** Has every change of a [=api.kind] reconciled. */
  public void setupWith(Manager manager) {
    ControllerBuilder.forKind([=api.kind].class).complete(manager, this);
  }

  @Override
  public Result reconcile(Request request, Context context) {
<@java.assign left="Optional<" + api.kind + "> found" right="client.get(" + api.kind + ".class, request.key())" indent=4/>
    if (found.isEmpty()) {
      return Result.done(); // It was deleted, and what it owned is collected.
    }
    // Here client.apply(…) makes what the spec asks for.
    client.status().apply(statusOf(found.get()), OWNER);
    return Result.done();
  }

  /** What to apply to the status: the object's name and the fields that this controller owns. */
<@java.signature head="private static " + api.kind + " statusOf(" parameters=api.kind + " " + api.variable tail=") {" indent=2/>
    Long generation = [=api.variable].getMetadata().getGeneration();
    Condition ready =
        new ConditionBuilder()
            .withType(READY)
            .withStatus("True")
            .withReason("Reconciled")
            .withMessage([=api.variable].getSpec().message())
            .withObservedGeneration(generation)
            .withLastTransitionTime(readySince([=api.variable]))
            .build();
    [=api.kind] applied = new [=api.kind]();
<#if api.namespaced>
    applied.getMetadata().setNamespace([=api.variable].getMetadata().getNamespace());
</#if>
    applied.getMetadata().setName([=api.variable].getMetadata().getName());
    applied.setStatus(new [=api.kind]Status(generation, List.of(ready)));
    return applied;
  }

  /** When it became ready: a time that changes with every reconcile would cause the next one. */
  private static String readySince([=api.kind] [=api.variable]) {
    return Optional.ofNullable([=api.variable].getStatus())
        .flatMap(status -> status.condition(READY))
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(Condition::getLastTransitionTime)
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
