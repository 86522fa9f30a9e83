package dev.jop.templates;

/** A text that a template was rendered to. */
public sealed interface Rendered {

  /**
   * The path of the file that the text belongs to, relative to the project, with forward slashes.
   */
  String path();

  /**
   * A whole file.
   *
   * @param path where it belongs
   * @param ifExists what happens when it is there already
   * @param text its content
   */
  record WholeFile(String path, IfExists ifExists, String text) implements Rendered {}

  /**
   * Lines for a marker of a file that is there already or is rendered by the same command.
   *
   * @param path the file that has the marker
   * @param marker the marker's last part: {@code builder} for {@code +kubebuilder:scaffold:builder}
   * @param unlessPresent a text that shows that the fragment, perhaps edited by the user, is in the
   *     file; empty when each of the lines speaks for itself
   * @param text the lines, without the indentation that they take from the marker
   */
  record Fragment(String path, String marker, String unlessPresent, String text)
      implements Rendered {}
}
