/**
 * The one place that knows what kind of thread this JVM has to give.
 *
 * <p>Virtual threads where they exist (JDK 21 and later), daemon threads elsewhere. Nobody else
 * asks for the JVM's version.
 */
@NullMarked
package dev.jop.runtime.thread;

import org.jspecify.annotations.NullMarked;
