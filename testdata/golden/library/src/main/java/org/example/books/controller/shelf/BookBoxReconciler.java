/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.controller.shelf;

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
import org.example.books.api.shelf.v1alpha1.BookBox;
import org.example.books.api.shelf.v1alpha1.BookBoxStatus;

/** Makes the world fit each BookBox, and tells in its status how that went. */
@Rbac(
    groups = "shelf.example.org",
    resources = "bookboxen",
    verbs = {GET, LIST, WATCH, CREATE, UPDATE, PATCH, DELETE})
@Rbac(
    groups = "shelf.example.org",
    resources = "bookboxen/status",
    verbs = {GET, UPDATE, PATCH})
@Rbac(groups = "shelf.example.org", resources = "bookboxen/finalizers", verbs = UPDATE)
public final class BookBoxReconciler implements Reconciler {
  private static final FieldOwner OWNER = FieldOwner.of("bookbox-controller").withForce();
  private static final String READY = "Ready";

  private final Client client;

  public BookBoxReconciler(Client client) {
    this.client = client;
  }

  /** Has every change of a BookBox reconciled. */
  public void setupWith(Manager manager) {
    ControllerBuilder.forKind(BookBox.class).complete(manager, this);
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<BookBox> found = client.get(BookBox.class, request.key());
    if (found.isEmpty()) {
      return Result.done(); // It was deleted, and what it owned is collected.
    }
    // Here client.apply(…) makes what the spec asks for.
    client.status().apply(statusOf(found.get()), OWNER);
    return Result.done();
  }

  /** What to apply to the status: the object's name and the fields that this controller owns. */
  private static BookBox statusOf(BookBox bookBox) {
    Long generation = bookBox.getMetadata().getGeneration();
    Condition ready =
        new ConditionBuilder()
            .withType(READY)
            .withStatus("True")
            .withReason("Reconciled")
            .withMessage(bookBox.getSpec().message())
            .withObservedGeneration(generation)
            .withLastTransitionTime(readySince(bookBox))
            .build();
    BookBox applied = new BookBox();
    applied.getMetadata().setNamespace(bookBox.getMetadata().getNamespace());
    applied.getMetadata().setName(bookBox.getMetadata().getName());
    applied.setStatus(new BookBoxStatus(generation, List.of(ready)));
    return applied;
  }

  /** When it became ready: a time that changes with every reconcile would cause the next one. */
  private static String readySince(BookBox bookBox) {
    return Optional.ofNullable(bookBox.getStatus())
        .flatMap(status -> status.condition(READY))
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(Condition::getLastTransitionTime)
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
