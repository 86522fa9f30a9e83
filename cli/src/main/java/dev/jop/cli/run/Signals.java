package dev.jop.cli.run;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Lets the wishes to stop, SIGINT and SIGTERM, call something instead of ending this process. */
final class Signals {
  private static final Signal INT = new Signal("INT");
  private static final Signal TERM = new Signal("TERM");

  private Signals() {}

  /** Calls {@code stop} for each signal that comes while the work goes on. */
  static void handle(Runnable stop, Runnable work) {
    SignalHandler beforeInt = Signal.handle(INT, signal -> stop.run());
    SignalHandler beforeTerm = Signal.handle(TERM, signal -> stop.run());
    try {
      work.run();
    } finally {
      Signal.handle(INT, beforeInt);
      Signal.handle(TERM, beforeTerm);
    }
  }
}
