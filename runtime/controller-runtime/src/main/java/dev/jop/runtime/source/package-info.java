/**
 * Where requests come from: what a controller listens to.
 *
 * <p>A source has its events tested by predicates and turned into requests by a handler, from its
 * start to its close. It says when everything that was there at the start has become requests; only
 * then does the controller begin to work.
 */
@NullMarked
package dev.jop.runtime.source;

import org.jspecify.annotations.NullMarked;
