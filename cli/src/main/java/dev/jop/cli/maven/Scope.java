package dev.jop.cli.maven;

/** Which of a project's dependencies are meant. */
public enum Scope {
  /** Those that its sources are compiled with. */
  COMPILE("compile"),
  /** Those that it runs with. */
  RUNTIME("runtime");

  private final String maven;

  Scope(String maven) {
    this.maven = maven;
  }

  /** Its name in Maven. */
  String maven() {
    return maven;
  }
}
