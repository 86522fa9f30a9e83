/**
 * The words that everything else is said in: what identifies an object and a kind, and how the
 * machinery sees an object that it has not decoded.
 *
 * <p>First on the line of packages. An {@link dev.jop.runtime.meta.ObjectView} is what handlers and
 * predicates get: its metadata costs nothing to read, its body is decoded only when it is asked
 * for, so an event that nobody wants never becomes a Java object.
 */
@NullMarked
package dev.jop.runtime.meta;

import org.jspecify.annotations.NullMarked;
