package dev.jop.cli.change;

import java.util.List;

/**
 * What a command does to a project's files.
 *
 * @param changes one for each file that changes, sorted by path
 * @param kept files that the command would have made, but which were there already and stay as they
 *     are
 */
public record Changes(List<Change> changes, List<String> kept) {
  public Changes {
    changes = List.copyOf(changes);
    kept = List.copyOf(kept);
  }
}
