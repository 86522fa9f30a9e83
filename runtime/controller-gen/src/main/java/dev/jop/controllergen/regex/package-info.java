/**
 * The regular expressions of the API server (Go's, which are RE2's), which are fewer than Java's in
 * one place and more in another.
 */
@NullMarked
package dev.jop.controllergen.regex;

import org.jspecify.annotations.NullMarked;
