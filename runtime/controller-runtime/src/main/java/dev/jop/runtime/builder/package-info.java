/**
 * How a controller is said: which kind it is for, what that owns, what else it watches.
 *
 * <p>The end of the line of packages. It makes sources of these words and adds the controller to
 * the manager.
 */
@NullMarked
package dev.jop.runtime.builder;

import org.jspecify.annotations.NullMarked;
