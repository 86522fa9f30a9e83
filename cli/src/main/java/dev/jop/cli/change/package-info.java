/**
 * Changes to a project: made in memory, shown, and done all at once or not at all.
 *
 * <p>{@link dev.jop.cli.change.Composer} lays rendered texts over the files that are there and
 * gives {@link dev.jop.cli.change.Changes}; {@link dev.jop.cli.change.Transaction} does them.
 */
@NullMarked
package dev.jop.cli.change;

import org.jspecify.annotations.NullMarked;
