package dev.jop.runtime.client;

/**
 * Is told what the API server warns of: that a version is deprecated, or a field is unknown. Called
 * in the thread of the request, before its answer is given; by many threads.
 */
@FunctionalInterface
public interface WarningHandler {

  /**
   * A warning came with an answer, whatever its status.
   *
   * @param code 299 for all that an API server says
   * @param agent who warns; {@code -} if it does not say
   * @param text what it says, without control characters
   */
  void handle(int code, String agent, String text);

  /**
   * Logs warnings of code 299 at level {@code WARN}, each text once as long as it is among the last
   * 1,000 different ones. client-go logs each every time, which fills the log of a program that
   * writes the same again and again.
   */
  static WarningHandler logging() {
    return new WarningLog();
  }

  /** Passes over all. */
  static WarningHandler silent() {
    return (code, agent, text) -> {};
  }
}
