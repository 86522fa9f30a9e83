/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook;

import com.example.guestbook.controller.GuestbookReconciler;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.manager.ManagerOptions;

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
    new GuestbookReconciler(manager.client()).setupWith(manager);
    // +kubebuilder:scaffold:builder
  }
}
