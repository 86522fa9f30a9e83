/**
 * HTTP/1.1 over blocking sockets, for fabric8's client interface.
 *
 * <p>fabric8 brings authentication; this brings TLS, as kubectl knows it, and the bytes. The JDK's
 * own HTTP client hands each piece of an answer through several threads and a thousand classes,
 * which takes an operator most of its start and more than half of its CPU. Here the thread that
 * asks is the thread that sends, waits, deciphers and reads; what does not read holds the sender
 * up, and nothing is queued. Interrupting such a thread, or closing what it reads, ends its wait at
 * once.
 */
@NullMarked
package dev.jop.runtime.http;

import org.jspecify.annotations.NullMarked;
