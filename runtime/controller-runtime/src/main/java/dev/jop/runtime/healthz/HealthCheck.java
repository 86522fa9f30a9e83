package dev.jop.runtime.healthz;

/** Asks one part of the program whether it is well. */
@FunctionalInterface
public interface HealthCheck {

  /**
   * Returns if all is well. Called for each probe, by several threads; must be quick.
   *
   * @throws Exception if not; its message is logged and not shown to who asked
   */
  void check() throws Exception;

  /** A check that is always well: that it can be asked is the news. */
  static HealthCheck ping() {
    return () -> {};
  }
}
