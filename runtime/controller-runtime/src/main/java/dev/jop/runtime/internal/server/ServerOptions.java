package dev.jop.runtime.internal.server;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server bears with.
 *
 * <p>A client may do nothing for ever: each wait for it has an end, and what all wait for takes a
 * bounded room. When that room is needed for somebody new, the connection that has waited for its
 * client the longest is closed; one whose handler runs is never.
 *
 * @param headerTime what the head of a request may take, TLS included: 32 seconds by default, as in
 *     controller-runtime
 * @param bodyTime what its body may take after that: 30 seconds
 * @param answerTime what a client may take to read an answer: 30 seconds
 * @param idleTime how long a connection is kept for the next request: 90 seconds, as in
 *     controller-runtime
 * @param maxHeaderBytes how long the headers may be, at most 128 of them: 1 MiB, as in
 *     controller-runtime; the request line before them may have 16 KiB
 * @param maxBodyBytes how long a body may be: 1 MiB
 * @param maxHeldBytes how much of all requests and answers together is kept in memory: 16 MiB
 * @param maxConnections how many there may be at a time: 1,000
 * @param maxHandlers how many handlers run at a time; further requests wait for their turn: 64
 * @param tls how TLS is spoken, or nothing for plain HTTP, the default
 */
public record ServerOptions(
    Duration headerTime,
    Duration bodyTime,
    Duration answerTime,
    Duration idleTime,
    int maxHeaderBytes,
    int maxBodyBytes,
    long maxHeldBytes,
    int maxConnections,
    int maxHandlers,
    Optional<ServerTls> tls) {

  /**
   * Checks that there are limits, and room for one request.
   *
   * @throws IllegalArgumentException if not
   */
  public ServerOptions {
    for (Duration time : new Duration[] {headerTime, bodyTime, answerTime, idleTime}) {
      refuse(time.isZero() || time.isNegative(), "times must be positive, not " + time);
    }
    refuse(maxHeaderBytes < 1024, "a head needs at least 1024 bytes, not " + maxHeaderBytes);
    refuse(maxBodyBytes < 0, "a body cannot have " + maxBodyBytes + " bytes");
    refuse(maxConnections < 1 || maxHandlers < 1, "at least one connection and handler is needed");
    refuse(
        maxHeldBytes < (long) maxHeaderBytes + maxBodyBytes,
        "no room for one request: " + maxHeldBytes + " bytes to hold are less than head and body");
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new IllegalArgumentException(message);
    }
  }

  /** What is said above. */
  public static ServerOptions defaults() {
    return builder().build();
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says what is different from the defaults. */
  public static final class Builder {

    private Duration headerTime = Duration.ofSeconds(32);
    private Duration bodyTime = Duration.ofSeconds(30);
    private Duration answerTime = Duration.ofSeconds(30);
    private Duration idleTime = Duration.ofSeconds(90);
    private int maxHeaderBytes = 1 << 20;
    private int maxBodyBytes = 1 << 20;
    private long maxHeldBytes = 16 << 20;
    private int maxConnections = 1000;
    private int maxHandlers = 64;
    private @Nullable ServerTls tls;

    private Builder() {}

    /** What the head of a request may take. */
    public Builder headerTime(Duration headerTime) {
      this.headerTime = headerTime;
      return this;
    }

    /** What the body of a request may take. */
    public Builder bodyTime(Duration bodyTime) {
      this.bodyTime = bodyTime;
      return this;
    }

    /** What a client may take to read an answer. */
    public Builder answerTime(Duration answerTime) {
      this.answerTime = answerTime;
      return this;
    }

    /** How long a connection is kept for the next request. */
    public Builder idleTime(Duration idleTime) {
      this.idleTime = idleTime;
      return this;
    }

    /** How long the headers may be. */
    public Builder maxHeaderBytes(int maxHeaderBytes) {
      this.maxHeaderBytes = maxHeaderBytes;
      return this;
    }

    /** How long a body may be. */
    public Builder maxBodyBytes(int maxBodyBytes) {
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /** How much is kept in memory at a time. */
    public Builder maxHeldBytes(long maxHeldBytes) {
      this.maxHeldBytes = maxHeldBytes;
      return this;
    }

    /** How many connections there may be. */
    public Builder maxConnections(int maxConnections) {
      this.maxConnections = maxConnections;
      return this;
    }

    /** How many handlers run at a time. */
    public Builder maxHandlers(int maxHandlers) {
      this.maxHandlers = maxHandlers;
      return this;
    }

    /** Speaks TLS. */
    public Builder tls(ServerTls tls) {
      this.tls = tls;
      return this;
    }

    /**
     * Puts them together.
     *
     * @throws IllegalArgumentException if there is a limit missing, or no room for one request
     */
    public ServerOptions build() {
      return new ServerOptions(
          headerTime,
          bodyTime,
          answerTime,
          idleTime,
          maxHeaderBytes,
          maxBodyBytes,
          maxHeldBytes,
          maxConnections,
          maxHandlers,
          Optional.ofNullable(tls));
    }
  }
}
