/** Whole projects as they are expected to be scaffolded. */
@NullMarked
package dev.jop.cli.golden;

import org.jspecify.annotations.NullMarked;
