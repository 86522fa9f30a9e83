/**
 * What runs a reconciler: sources fill a queue, workers empty it.
 *
 * <p>Nothing is reconciled before all sources have said what was there at the start. A failure is
 * tried again after a while that grows, and never stops the work on other objects.
 */
@NullMarked
package dev.jop.runtime.controller;

import org.jspecify.annotations.NullMarked;
