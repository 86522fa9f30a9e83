/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook.controller;

import static dev.jop.markers.rbac.Verb.CREATE;
import static dev.jop.markers.rbac.Verb.DELETE;
import static dev.jop.markers.rbac.Verb.GET;
import static dev.jop.markers.rbac.Verb.LIST;
import static dev.jop.markers.rbac.Verb.PATCH;
import static dev.jop.markers.rbac.Verb.UPDATE;
import static dev.jop.markers.rbac.Verb.WATCH;

import com.example.guestbook.api.v1.Guestbook;
import com.example.guestbook.api.v1.GuestbookStatus;
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

/** Makes the world fit each Guestbook, and tells in its status how that went. */
@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks",
    verbs = {GET, LIST, WATCH, CREATE, UPDATE, PATCH, DELETE})
@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks/status",
    verbs = {GET, UPDATE, PATCH})
@Rbac(groups = "webapp.example.com", resources = "guestbooks/finalizers", verbs = UPDATE)
public final class GuestbookReconciler implements Reconciler {
  private static final FieldOwner OWNER = FieldOwner.of("guestbook-controller").withForce();
  private static final String READY = "Ready";

  private final Client client;

  public GuestbookReconciler(Client client) {
    this.client = client;
  }

  /** Has every change of a Guestbook reconciled. */
  public void setupWith(Manager manager) {
    ControllerBuilder.forKind(Guestbook.class).complete(manager, this);
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<Guestbook> found = client.get(Guestbook.class, request.key());
    if (found.isEmpty()) {
      return Result.done(); // It was deleted, and what it owned is collected.
    }
    // Here client.apply(…) makes what the spec asks for.
    client.status().apply(statusOf(found.get()), OWNER);
    return Result.done();
  }

  /** What to apply to the status: the object's name and the fields that this controller owns. */
  private static Guestbook statusOf(Guestbook guestbook) {
    Long generation = guestbook.getMetadata().getGeneration();
    Condition ready =
        new ConditionBuilder()
            .withType(READY)
            .withStatus("True")
            .withReason("Reconciled")
            .withMessage(guestbook.getSpec().message())
            .withObservedGeneration(generation)
            .withLastTransitionTime(readySince(guestbook))
            .build();
    Guestbook applied = new Guestbook();
    applied.getMetadata().setNamespace(guestbook.getMetadata().getNamespace());
    applied.getMetadata().setName(guestbook.getMetadata().getName());
    applied.setStatus(new GuestbookStatus(generation, List.of(ready)));
    return applied;
  }

  /** When it became ready: a time that changes with every reconcile would cause the next one. */
  private static String readySince(Guestbook guestbook) {
    return Optional.ofNullable(guestbook.getStatus())
        .flatMap(status -> status.condition(READY))
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(Condition::getLastTransitionTime)
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
