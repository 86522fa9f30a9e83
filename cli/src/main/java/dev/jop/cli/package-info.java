/**
 * The command line: the only part of jop that reads and writes a user's project.
 *
 * <p>Here is only what all packages below share: the error that a user reads.
 */
@NullMarked
package dev.jop.cli;

import org.jspecify.annotations.NullMarked;
