package dev.jop.runtime.internal.auth;

/** Where bearer tokens come from that change. Safe for use by many threads. */
interface TokenSource {

  /**
   * The token for the next request.
   *
   * @throws CredentialsException if there is none
   */
  String token();

  /**
   * The server does not accept a token.
   *
   * @return whether there may be another one now
   */
  boolean rejected(String token);
}
