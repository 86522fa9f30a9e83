/**
 * What an expression costs at most, as the API server estimates it: the sizes that a schema allows,
 * and the price of each call.
 */
@NullMarked
package dev.jop.controllergen.cel.cost;

import org.jspecify.annotations.NullMarked;
