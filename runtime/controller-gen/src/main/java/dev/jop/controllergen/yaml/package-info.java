/**
 * Writes trees of maps, lists and scalars as YAML, in the layout that Kubernetes manifests have.
 */
@NullMarked
package dev.jop.controllergen.yaml;

import org.jspecify.annotations.NullMarked;
