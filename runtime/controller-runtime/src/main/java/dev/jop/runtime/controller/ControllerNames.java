package dev.jop.runtime.controller;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the controllers of this process, which must differ (C29). */
final class ControllerNames {

  private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

  private ControllerNames() {}

  static void take(String name) {
    if (!TAKEN.add(name)) {
      throw new IllegalArgumentException(
          "there is a controller named \""
              + name
              + "\" in this process already: give this one another name, or close the manager of"
              + " that one first");
    }
  }

  static void free(String name) {
    TAKEN.remove(name);
  }
}
