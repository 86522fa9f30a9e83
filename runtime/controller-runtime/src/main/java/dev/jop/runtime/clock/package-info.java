/**
 * The time that queues, rate limiters and leader election live by.
 *
 * <p>It is handed to them, so that their tests run in virtual time.
 */
@NullMarked
package dev.jop.runtime.clock;

import org.jspecify.annotations.NullMarked;
