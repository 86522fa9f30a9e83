package io.my_org.myapp;

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
    // +kubebuilder:scaffold:builder
  }
}
