package dev.jop.runtime.workqueue;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * When an added item is to be handed out, and how urgent it is.
 *
 * @param after the time to wait; not at all by default, nor if it is negative
 * @param rateLimited whether to ask the rate limiter, no by default; with a positive {@code after}
 *     beside it the earlier of the two counts
 * @param priority the priority, where higher comes first; left open by default, which means 0
 *     unless a handler or source knows better, as it does for objects of the initial list
 */
public record AddOptions(Duration after, boolean rateLimited, OptionalInt priority) {

  private static final AddOptions DEFAULTS =
      new AddOptions(Duration.ZERO, false, OptionalInt.empty());

  /** At once, with the priority left open. */
  public static AddOptions defaults() {
    return DEFAULTS;
  }

  /** The same after some time. */
  public AddOptions withAfter(Duration after) {
    return new AddOptions(after, rateLimited, priority);
  }

  /** The same with or without asking the rate limiter. */
  public AddOptions withRateLimited(boolean rateLimited) {
    return new AddOptions(after, rateLimited, priority);
  }

  /** The same with a priority. */
  public AddOptions withPriority(int priority) {
    return new AddOptions(after, rateLimited, OptionalInt.of(priority));
  }
}
