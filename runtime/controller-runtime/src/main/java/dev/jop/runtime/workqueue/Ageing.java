package dev.jop.runtime.workqueue;

import dev.jop.runtime.internal.time.Durations;
import java.time.Duration;

/**
 * Keeps a low priority from waiting for ever.
 *
 * <p>The rule: while some item has been ready for longer than {@code after}, at least one of any
 * {@code every} hand-outs in a row goes to the item that has been ready for the longest, whatever
 * its priority; all others go by priority.
 *
 * <p>So the bound: an item that has waited for {@code after}, with n items before it that became
 * ready earlier, is handed out after {@code every} × (n + 1) further hand-outs at the latest. And
 * what is urgent loses no more than one of {@code every} hand-outs to what is old.
 *
 * @param after how long an item waits before it counts as old, 10 s by default
 * @param every how many hand-outs there are for one of an old item, 8 by default
 */
public record Ageing(Duration after, int every) {

  private static final Ageing DEFAULTS = new Ageing(Duration.ofSeconds(10), 8);

  /** Checks the limits. */
  public Ageing {
    if (after.isNegative() || after.compareTo(Durations.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "after must be from zero to " + Durations.LONGEST.toDays() + " days, got " + after);
    }
    if (every < 2) {
      throw new IllegalArgumentException("every must be at least 2, got " + every);
    }
  }

  /** Ten seconds; every eighth. */
  public static Ageing defaults() {
    return DEFAULTS;
  }
}
