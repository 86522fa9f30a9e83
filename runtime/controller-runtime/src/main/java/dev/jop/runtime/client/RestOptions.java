package dev.jop.runtime.client;

/**
 * How a {@link RestClient} does what it does.
 *
 * @param warnings who is told what the server warns of; by default a log
 * @param userAgent what the program calls itself, which also owns the fields that it writes without
 *     naming an owner; by default the program's name, as client-go makes it
 * @param largestAnswer how many bytes of an answer are read into memory at most, after
 *     decompression; 256 MiB by default, which is a page of 500 objects of half a megabyte each.
 *     Streams are not held to it
 */
public record RestOptions(WarningHandler warnings, String userAgent, int largestAnswer) {

  private static final int LARGEST_ANSWER = 256 * 1024 * 1024;

  /** Checks the limit. */
  public RestOptions {
    if (largestAnswer <= 0) {
      throw new IllegalArgumentException("the largest answer must have a size: " + largestAnswer);
    }
  }

  /** All as said above. */
  public static RestOptions defaults() {
    return new RestOptions(WarningHandler.logging(), UserAgent.ofThisProgram(), LARGEST_ANSWER);
  }

  /** The same with another who is told of warnings. */
  public RestOptions withWarnings(WarningHandler warnings) {
    return new RestOptions(warnings, userAgent, largestAnswer);
  }

  /** The same with another name for the program. */
  public RestOptions withUserAgent(String userAgent) {
    return new RestOptions(warnings, userAgent, largestAnswer);
  }

  /** The same with another limit of what is read into memory. */
  public RestOptions withLargestAnswer(int bytes) {
    return new RestOptions(warnings, userAgent, bytes);
  }
}
