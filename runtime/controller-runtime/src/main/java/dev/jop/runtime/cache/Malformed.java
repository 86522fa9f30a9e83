package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;

/** An answer that says to be good, by its status, and is not what was asked for. */
final class Malformed {

  static final int STATUS = 200;

  private Malformed() {}

  /**
   * The error that it is.
   *
   * @param doing what was being done, such as {@code list pods}
   * @param why what is wrong with the answer
   */
  static ApiException answer(String doing, String why) {
    return new ApiException("cannot " + doing + ": " + why, STATUS, "Malformed");
  }
}
