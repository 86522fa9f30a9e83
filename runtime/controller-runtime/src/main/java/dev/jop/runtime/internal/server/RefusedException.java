package dev.jop.runtime.internal.server;

/** Says why a request is not served. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * A refusal.
   *
   * @param status what is answered
   * @param message is told to the client
   */
  RefusedException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  Response response() {
    return Response.text(status, status + " " + getMessage() + "\n");
  }
}
