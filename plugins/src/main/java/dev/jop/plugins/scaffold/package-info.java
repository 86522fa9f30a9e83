/**
 * The scaffolding commands as functions.
 *
 * <p>A command's arguments are a record that is valid or cannot be made ({@link
 * dev.jop.plugins.scaffold.InitArguments}, {@link dev.jop.plugins.scaffold.ApiArguments}). {@link
 * dev.jop.plugins.scaffold.Scaffolder} checks them against the project, decides how the project
 * changes, and asks each {@link dev.jop.plugins.scaffold.Plugin} what to render. The answer is a
 * {@link dev.jop.plugins.scaffold.Plan}, a value; who writes it is no concern of this package.
 */
@NullMarked
package dev.jop.plugins.scaffold;

import org.jspecify.annotations.NullMarked;
