/**
 * A local copy of what the API server holds, kept up to date by watches.
 *
 * <p>The way of one object: {@code Reflector} (fetches, then watches, never dies) → {@code
 * ObjectStore} (keeps bytes) → {@code SharedIndexInformer} (tells each handler, in order) . {@link
 * dev.jop.runtime.cache.Cache} is the front: a {@link dev.jop.runtime.client.Reader} that starts an
 * informer for a kind when it is first asked for.
 *
 * <p>An object is kept as the JSON bytes that the API server sent, without managed fields, and
 * decoded anew by each read: the caller owns what it gets and nobody can corrupt the copy.
 */
@NullMarked
package dev.jop.runtime.cache;

import org.jspecify.annotations.NullMarked;
