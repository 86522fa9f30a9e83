/** Annotations for the permissions that an operator needs, from which roles are generated. */
@NullMarked
package dev.jop.markers.rbac;

import org.jspecify.annotations.NullMarked;
