/** Annotations from which mutating and validating webhook configurations are generated. */
@NullMarked
package dev.jop.markers.webhook;

import org.jspecify.annotations.NullMarked;
