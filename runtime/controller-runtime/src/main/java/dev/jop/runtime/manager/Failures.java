package dev.jop.runtime.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What went wrong, the first thing first (M10). Told once. */
final class Failures {

  private final List<String> messages = new ArrayList<>();

  synchronized void add(String message) {
    messages.add(message);
  }

  /** The failures as one exception, the later ones suppressed by the first; then forgets them. */
  synchronized Optional<ManagerException> take() {
    Optional<ManagerException> first = messages.stream().findFirst().map(ManagerException::new);
    first.ifPresent(
        failure ->
            messages.stream().skip(1).map(ManagerException::new).forEach(failure::addSuppressed));
    messages.clear();
    return first;
  }
}
