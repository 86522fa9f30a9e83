package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * From where a reflector goes on: the version of the last event, bookmark or list, and whether a
 * watch from it is possible. Used by one thread, but that others may ask for the version.
 *
 * <p>It is not possible at first, when the version has become too old, and when the server does not
 * know it, in whatever way it says so. If it is too old, what is fetched must at least be as new
 * (I6); if it is not known, the newest state is fetched (I5). What the version says is not looked
 * at (I14).
 */
final class Position {

  private static final int FRUITLESS_WATCHES = 3;

  private final CountDownLatch fetchedOrEnded = new CountDownLatch(1);
  private volatile String version = "";
  private boolean following;
  private boolean unknown;
  private int fruitless;

  /** Whether a watch can go on from the version. */
  boolean isFollowing() {
    return following;
  }

  /**
   * The version to watch from; empty until everything was fetched. Safe for use by many threads.
   */
  String version() {
    return version;
  }

  /** What a watch that begins with everything must at least be as new as; empty for the newest. */
  String forInitialWatch() {
    return unknown ? "" : version;
  }

  /** What a list must at least be as new as: for the first one anything will do. */
  String forList() {
    return unknown ? "" : version.isEmpty() ? "0" : version;
  }

  /** Everything was fetched, and shows this version. */
  void fetched(String version) {
    this.version = version;
    following = true;
    unknown = false;
    fruitless = 0;
    fetchedOrEnded.countDown();
  }

  /** Waits for the first fetch; whether it was within that time. Safe for use by many threads. */
  boolean awaitFetch(long nanos) throws InterruptedException {
    return fetchedOrEnded.await(nanos, TimeUnit.NANOSECONDS) && !version.isEmpty();
  }

  /** Wakes who waits for a fetch that will not come any more. */
  void wakeWaiting() {
    fetchedOrEnded.countDown();
  }

  /** An event or a bookmark came. */
  void moved(String version) {
    fruitless = 0;
    if (!version.isEmpty()) {
      this.version = version;
    }
  }

  /** The server says that the version is too old. */
  void expired() {
    unknown = !following; // it is, even though whatever is newer would do
    following = false;
  }

  /** The server shows that it does not know the version. */
  void lost() {
    unknown = true;
    following = false;
  }

  /**
   * A watch ended by the server's will without an event. Some servers say in no other way that they
   * do not know the version.
   */
  void fruitless() {
    fruitless++;
    if (fruitless == FRUITLESS_WATCHES) {
      lost();
    }
  }

  /** Whether an error says that the version is not known, and another may be. */
  boolean canDoWithout(ApiException error) {
    return saysUnknown(error) && !unknown;
  }

  /** Whether an error says that a version is too old or greater than what the server has. */
  private static boolean saysUnknown(ApiException error) {
    return error instanceof ExpiredException
        || String.valueOf(error.getMessage()).contains("Too large resource version");
  }
}
