/**
 * Says over HTTP whether the program lives and whether it can be sent work.
 *
 * <p>{@code /healthz} and {@code /readyz}, as Kubernetes' own components have them: an answer of
 * 200 or 500, details on {@code ?verbose}, one check at {@code /healthz/<check>}.
 */
@NullMarked
package dev.jop.runtime.healthz;

import org.jspecify.annotations.NullMarked;
