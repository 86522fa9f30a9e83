/**
 * How long a failed item waits before it is tried again.
 *
 * <p>Behaves as the limiters of client-go's {@code util/workqueue}; controller-runtime's defaults
 * are {@link dev.jop.runtime.ratelimiter.RateLimiter#exponential()} for a priority queue and {@link
 * dev.jop.runtime.ratelimiter.RateLimiter#controllerDefault()} for a plain one.
 */
@NullMarked
package dev.jop.runtime.ratelimiter;

import org.jspecify.annotations.NullMarked;
