/**
 * Compares the definitions of kinds with those of an earlier release, and tells what breaks.
 *
 * <p>Two things can break. Objects that a cluster holds already can be refused or lose values; and
 * clients that were written for the earlier release can be refused, or read what they do not
 * expect. What is only wider than before breaks neither. Where it cannot be told whether something
 * is wider, as with two patterns, it counts as a break.
 */
@NullMarked
package dev.jop.controllergen.compatibility;

import org.jspecify.annotations.NullMarked;
