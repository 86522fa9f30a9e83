/**
 * One API server: the wire to it, a cache of it, and a client for both.
 *
 * <p>A manager has one; an operator that works on several clusters adds more.
 */
@NullMarked
package dev.jop.runtime.cluster;

import org.jspecify.annotations.NullMarked;
