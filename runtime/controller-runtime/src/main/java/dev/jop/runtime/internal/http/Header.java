package dev.jop.runtime.internal.http;

/**
 * One header of a request or an answer.
 *
 * @param name the name, whose case does not matter
 * @param value the value, which may be a secret: no text form shows it
 */
public record Header(String name, String value) {
  @Override
  public String toString() {
    return name;
  }
}
