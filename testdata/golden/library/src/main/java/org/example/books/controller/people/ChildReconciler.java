/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.controller.people;

import static dev.jop.markers.rbac.Verb.CREATE;
import static dev.jop.markers.rbac.Verb.DELETE;
import static dev.jop.markers.rbac.Verb.GET;
import static dev.jop.markers.rbac.Verb.LIST;
import static dev.jop.markers.rbac.Verb.PATCH;
import static dev.jop.markers.rbac.Verb.UPDATE;
import static dev.jop.markers.rbac.Verb.WATCH;

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
import org.example.books.api.people.v1.Child;
import org.example.books.api.people.v1.ChildStatus;

/** Makes the world fit each Child, and tells in its status how that went. */
@Rbac(
    groups = "people.example.org",
    resources = "children",
    verbs = {GET, LIST, WATCH, CREATE, UPDATE, PATCH, DELETE})
@Rbac(
    groups = "people.example.org",
    resources = "children/status",
    verbs = {GET, UPDATE, PATCH})
@Rbac(groups = "people.example.org", resources = "children/finalizers", verbs = UPDATE)
public final class ChildReconciler implements Reconciler {
  private static final FieldOwner OWNER = FieldOwner.of("child-controller").withForce();
  private static final String READY = "Ready";

  private final Client client;

  public ChildReconciler(Client client) {
    this.client = client;
  }

  /** Has every change of a Child reconciled. */
  public void setupWith(Manager manager) {
    ControllerBuilder.forKind(Child.class).complete(manager, this);
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<Child> found = client.get(Child.class, request.key());
    if (found.isEmpty()) {
      return Result.done(); // It was deleted, and what it owned is collected.
    }
    // Here client.apply(…) makes what the spec asks for.
    client.status().apply(statusOf(found.get()), OWNER);
    return Result.done();
  }

  /** What to apply to the status: the object's name and the fields that this controller owns. */
  private static Child statusOf(Child child) {
    Long generation = child.getMetadata().getGeneration();
    Condition ready =
        new ConditionBuilder()
            .withType(READY)
            .withStatus("True")
            .withReason("Reconciled")
            .withMessage(child.getSpec().message())
            .withObservedGeneration(generation)
            .withLastTransitionTime(readySince(child))
            .build();
    Child applied = new Child();
    applied.getMetadata().setName(child.getMetadata().getName());
    applied.setStatus(new ChildStatus(generation, List.of(ready)));
    return applied;
  }

  /** When it became ready: a time that changes with every reconcile would cause the next one. */
  private static String readySince(Child child) {
    return Optional.ofNullable(child.getStatus())
        .flatMap(status -> status.condition(READY))
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(Condition::getLastTransitionTime)
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
