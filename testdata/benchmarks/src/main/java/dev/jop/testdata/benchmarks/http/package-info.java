/**
 * The runtime's HTTP client beside OkHttp's, Apache's classic one and the JDK's: the same requests
 * to the same server, each client in a JVM of its own, set up as it is for an API server.
 */
@NullMarked
package dev.jop.testdata.benchmarks.http;

import org.jspecify.annotations.NullMarked;
