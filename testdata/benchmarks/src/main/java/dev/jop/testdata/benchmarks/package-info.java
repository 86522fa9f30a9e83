/**
 * Small benchmarks of the runtime, each of which has its equal in Go in the folder {@code go}: the
 * same name, and the same work for one operation.
 */
@NullMarked
package dev.jop.testdata.benchmarks;

import org.jspecify.annotations.NullMarked;
