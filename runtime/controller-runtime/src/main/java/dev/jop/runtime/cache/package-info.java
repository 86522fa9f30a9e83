/**
 * A local copy of what the API server holds, kept up to date by watches.
 *
 * <p>The way of one object: {@link dev.jop.runtime.cache.Reflector} (lists, then watches, never
 * dies) → {@code Feed} (transforms) → {@code FedStore} (puts it into the {@code ObjectStore}, then
 * tells each {@code Listener}, in order). {@link dev.jop.runtime.cache.SharedIndexInformer} is this
 * seen as objects of a type. {@link dev.jop.runtime.cache.Cache} is the front: a {@link
 * dev.jop.runtime.client.Reader} that starts an informer for a kind when it is first asked for, one
 * for all forms that the kind is read in.
 *
 * <p>An object is kept as the JSON bytes that the API server sent, without managed fields, and
 * decoded anew by each read: the caller owns what it gets and nobody can corrupt the copy.
 */
@NullMarked
package dev.jop.runtime.cache;

import org.jspecify.annotations.NullMarked;
