/**
 * How to reach an API server: its address, whom to trust, and who asks.
 *
 * <p>A {@link dev.jop.runtime.config.ClientConfig} is a value without behaviour; the packages
 * behind it make connections and credentials of it. {@link dev.jop.runtime.config.ConfigLoader}
 * finds it in kubeconfigs, which are read as kubectl reads them, or in the service account of a
 * Pod; or it comes from the program itself, or from fabric8's configuration. What is said there and
 * cannot be done is an error that names it.
 */
@NullMarked
package dev.jop.runtime.config;

import org.jspecify.annotations.NullMarked;
