/**
 * HTTP/1.1 over blocking sockets.
 *
 * <p>The JDK's own HTTP client hands each piece of an answer through several threads and a thousand
 * classes, which takes an operator most of its start and more than half of its CPU, and behind a
 * proxy it does not keep to what is promised of TLS. Here the thread that asks is the thread that
 * sends, waits, deciphers and reads; what does not read holds the sender up, and nothing is queued.
 * Interrupting such a thread, or closing what it reads, ends its wait at once.
 *
 * <p>A request has one time limit for all that it takes, held by a {@link
 * dev.jop.runtime.internal.http.Watchdog}, and all that is read has a bound. What is not HTTP/1.1
 * as RFC 9112 has it is refused and not guessed at. {@link
 * dev.jop.runtime.internal.http.HttpClient} is where to begin.
 */
@NullMarked
package dev.jop.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
