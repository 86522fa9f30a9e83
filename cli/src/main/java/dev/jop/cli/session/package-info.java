/**
 * Where a command runs: its folder, its streams, its caches; values, so that tests run commands in
 * their own process.
 */
@NullMarked
package dev.jop.cli.session;

import org.jspecify.annotations.NullMarked;
