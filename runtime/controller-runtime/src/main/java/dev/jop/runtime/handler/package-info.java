/**
 * What makes requests of events: whose reconciler has to look when this object changes.
 *
 * <p>The object's own, its owner's, or any that a function names. A handler only adds to the queue;
 * equal requests become one there.
 */
@NullMarked
package dev.jop.runtime.handler;

import org.jspecify.annotations.NullMarked;
