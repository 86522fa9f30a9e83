/**
 * The kinds that the tests make manifests of; their twins in Go are in {@code
 * src/test/resources/guestbook/go}.
 */
@NullMarked
package dev.jop.controllergen.guestbook;

import org.jspecify.annotations.NullMarked;
