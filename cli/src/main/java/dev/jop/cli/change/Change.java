package dev.jop.cli.change;

/**
 * What happens to one file.
 *
 * @param path the file, relative to the project, with forward slashes
 * @param action what is done with it
 * @param before its text before, empty if it was not there
 * @param after its text after, empty if it is deleted
 */
public record Change(String path, Action action, String before, String after) {

  /** What can be done with a file. */
  public enum Action {
    /** It was not there. */
    CREATE,
    /** It gets another text. */
    UPDATE,
    /** It goes away. */
    DELETE
  }

  static Change create(String path, String text) {
    return new Change(path, Action.CREATE, "", text);
  }

  static Change update(String path, String before, String after) {
    return new Change(path, Action.UPDATE, before, after);
  }

  static Change delete(String path, String before) {
    return new Change(path, Action.DELETE, before, "");
  }
}
