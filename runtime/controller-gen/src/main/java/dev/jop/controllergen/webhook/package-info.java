/**
 * Reads what the API server shall ask webhooks about, and makes the configurations that tell it so.
 *
 * <p>What is not said is not written, so that the API server's defaults hold, as in the manifests
 * of controller-gen; the policies that kubebuilder always writes are always written here, too.
 */
@NullMarked
package dev.jop.controllergen.webhook;

import org.jspecify.annotations.NullMarked;
