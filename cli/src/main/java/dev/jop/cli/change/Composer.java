package dev.jop.cli.change;

import dev.jop.cli.CommandException;
import dev.jop.templates.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays texts over a project's files, in memory. */
public final class Composer {
  private static final int NAMED = 3;

  private final Tree tree;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final Set<String> deleted = new TreeSet<>();
  private final List<String> kept = new ArrayList<>();

  /** Begins with the files as they are. */
  public Composer(Tree tree) {
    this.tree = tree;
  }

  /**
   * Adds rendered files, then rendered fragments to what the files are by then.
   *
   * @throws CommandException if a file that must not be there is, or a marker that must be there is
   *     not
   */
  public Composer add(List<Rendered> rendered) {
    List<String> inTheWay = new ArrayList<>();
    for (Rendered item : rendered) {
      if (item instanceof Rendered.WholeFile file && !add(file)) {
        inTheWay.add(file.path());
      }
    }
    if (!inTheWay.isEmpty()) {
      throw new CommandException(
          list(inTheWay) + " already there; move away what you want to keep, and try again");
    }
    for (Rendered item : rendered) {
      if (item instanceof Rendered.Fragment fragment) {
        insert(fragment);
      }
    }
    return this;
  }

  /** Sets the text of a file, whatever it was. */
  public Composer put(String path, String text) {
    texts.put(path, text);
    return this;
  }

  /** Takes a file away that is there. */
  public Composer delete(String path) {
    deleted.add(path);
    return this;
  }

  /** The text that a file will have, if it will be there. */
  public Optional<String> text(String path) {
    return deleted.contains(path)
        ? Optional.empty()
        : Optional.ofNullable(texts.get(path)).or(() -> tree.read(path));
  }

  /** The texts so far of the files in a folder that are made or changed. */
  public Map<String, String> textsBelow(String folder) {
    return Map.copyOf(texts.subMap(folder + "/", folder + "0"));
  }

  /** What is different from the files that are there. */
  public Changes changes() {
    List<Change> changes = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          Optional<String> before = tree.read(path);
          if (before.isEmpty()) {
            changes.add(Change.create(path, text));
          } else if (!before.get().equals(text)) {
            changes.add(Change.update(path, before.get(), text));
          }
        });
    deleted.forEach(path -> changes.add(Change.delete(path, tree.read(path).orElse(""))));
    List<String> untouched = new ArrayList<>(kept);
    untouched.removeAll(changes.stream().map(Change::path).toList());
    return new Changes(changes, untouched);
  }

  private boolean add(Rendered.WholeFile file) {
    boolean exists = tree.read(file.path()).isPresent();
    switch (file.ifExists()) {
      case FAIL -> {
        if (exists) {
          return false;
        }
        texts.put(file.path(), file.text());
      }
      case KEEP -> {
        if (exists) {
          kept.add(file.path());
        } else {
          texts.put(file.path(), file.text());
        }
      }
      case OVERWRITE -> texts.put(file.path(), file.text());
    }
    return true;
  }

  private void insert(Rendered.Fragment fragment) {
    String text =
        Optional.ofNullable(texts.get(fragment.path()))
            .or(() -> tree.read(fragment.path()))
            .orElseThrow(
                () ->
                    new CommandException(
                        fragment.path()
                            + " is missing, and with it the place for: "
                            + fragment.text().strip()));
    texts.put(fragment.path(), Insertion.insert(text, fragment));
  }

  private static String list(List<String> paths) {
    String first = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
    return switch (paths.size()) {
      case 1 -> first + " is";
      case 2, NAMED -> first + " are";
      default -> first + " and " + (paths.size() - NAMED) + " more files are";
    };
  }
}
