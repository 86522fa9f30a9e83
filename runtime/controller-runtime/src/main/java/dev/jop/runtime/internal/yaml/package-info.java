/**
 * YAML and JSON of others, read with the line of each part and within limits.
 *
 * <p>Kubeconfigs and what credential plugins print are read with it, as kubectl reads both: plain
 * scalars mean what they mean in YAML 1.1, where {@code yes} is a boolean. Messages name lines and
 * never repeat what stands there, for it may be a secret.
 */
@NullMarked
package dev.jop.runtime.internal.yaml;

import org.jspecify.annotations.NullMarked;
