/**
 * What holds an operator together: starts its parts in the right order and stops them in the other.
 *
 * <p>Health endpoints, then caches, then whatever was added, then controllers. Whichever part
 * fails, the manager ends as a whole and says why: a half-working operator is worse than one that
 * is started anew.
 */
@NullMarked
package dev.jop.runtime.manager;

import org.jspecify.annotations.NullMarked;
