/** CEL judged by the real API server, and what that is made of. */
@NullMarked
package dev.jop.controllergen.cel;

import org.jspecify.annotations.NullMarked;
