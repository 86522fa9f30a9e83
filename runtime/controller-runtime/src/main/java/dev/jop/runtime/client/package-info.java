/**
 * Reading and writing objects at the API server.
 *
 * <p>{@link dev.jop.runtime.client.Client} is what a reconciler uses; {@link
 * dev.jop.runtime.client.RestClient} is the wire below it, with all ways of a kubeconfig to
 * authenticate. What an update sends is told by {@code Difference}: what the program has changed,
 * and nothing else. Errors of the server are {@link dev.jop.runtime.client.ApiException}s, one
 * class for each that a program may want to tell apart.
 */
@NullMarked
package dev.jop.runtime.client;

import org.jspecify.annotations.NullMarked;
