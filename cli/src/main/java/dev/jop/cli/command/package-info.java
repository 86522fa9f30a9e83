/**
 * The commands: what can be typed, what is said about it, and which part of jop does it.
 *
 * <p>{@link dev.jop.cli.command.Jop} is the way in. A command takes its arguments, calls one thing
 * and tells what came of it; an error is an exception whose message {@link dev.jop.cli.command.Jop}
 * prints as one line.
 */
@NullMarked
package dev.jop.cli.command;

import org.jspecify.annotations.NullMarked;
