/** A kind with all the ways in which Jackson finds a property. */
@NullMarked
package dev.jop.controllergen.oddities;

import org.jspecify.annotations.NullMarked;
