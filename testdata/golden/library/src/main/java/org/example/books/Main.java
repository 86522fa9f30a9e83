/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books;

import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.manager.ManagerOptions;
import org.example.books.controller.PolicyReconciler;
import org.example.books.controller.people.ChildReconciler;
import org.example.books.controller.people.ReadingRoomReservationPolicyReconciler;
import org.example.books.controller.shelf.BookBoxReconciler;

/** Starts the operator, and runs it until it is told to stop. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Manager manager = Manager.create(ManagerOptions.parse(args));
    setup(manager);
    manager.run();
  }

  /** Gives the manager all that it runs; the tests do the same. */
  static void setup(Manager manager) {
    new BookBoxReconciler(manager.client()).setupWith(manager);
    new ChildReconciler(manager.client()).setupWith(manager);
    new ReadingRoomReservationPolicyReconciler(manager.client()).setupWith(manager);
    new PolicyReconciler(manager.client()).setupWith(manager);
    // +kubebuilder:scaffold:builder
  }
}
