/**
 * Where etcd and kube-apiserver come from.
 *
 * <p>{@link dev.jop.envtest.assets.Assets} asks, in this order: the environment's variables, the
 * folder that setup-envtest shares between projects, the official release index, and Go's module
 * proxy by way of a build. Whatever fills the shared folder does it whole or not at all.
 */
@NullMarked
package dev.jop.envtest.assets;

import org.jspecify.annotations.NullMarked;
