/**
 * How to reach an API server: its address, whom to trust, and who asks.
 *
 * <p>A {@link dev.jop.runtime.config.ClientConfig} is a value without behaviour; the packages
 * behind it make connections and credentials of it. It comes from a kubeconfig, from the service
 * account of a Pod, or from the program itself.
 */
@NullMarked
package dev.jop.runtime.config;

import org.jspecify.annotations.NullMarked;
