/**
 * The HTTP server that health probes, metrics, debugging and webhooks share.
 *
 * <p>Netty reads and writes; what it is to bear with, and what it serves, is said here, and no type
 * of Netty's leaves this package. One thread serves all connections of a server and never waits:
 * whoever is slow costs memory, of which there is a limit, and no thread. Handlers run on threads
 * of their own. Netty is loaded by {@link dev.jop.runtime.internal.server.HttpServer#start}, on a
 * thread of its own, so that nobody's start waits for it.
 */
@NullMarked
package dev.jop.runtime.internal.server;

import org.jspecify.annotations.NullMarked;
