/** Reads permissions and makes the roles that grant them. */
@NullMarked
package dev.jop.controllergen.rbac;

import org.jspecify.annotations.NullMarked;
