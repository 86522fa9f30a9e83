/**
 * JSON as bytes: cut out of streams and lists, and walked over without making objects of it.
 *
 * <p>The runtime's own, and no promise to its users. It has nothing but the JDK below it, so that
 * the client and the cache read what the API server sends in the same way. It is not Jackson's
 * parser, because that wants to see a whole value and makes strings of all names; here most of what
 * comes is only passed on.
 */
@NullMarked
package dev.jop.runtime.internal.json;

import org.jspecify.annotations.NullMarked;
