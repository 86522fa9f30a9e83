/**
 * What the user of this library writes: a reconciler, told a key and free to look at the world.
 *
 * <p>A request names an object and no event: whatever happened, the answer is to compare what is
 * wanted with what is there and to bring the two together.
 */
@NullMarked
package dev.jop.runtime.reconcile;

import org.jspecify.annotations.NullMarked;
