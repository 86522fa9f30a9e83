/** Deadlines and spans of time that do not overflow. */
@NullMarked
package dev.jop.runtime.internal.time;

import org.jspecify.annotations.NullMarked;
