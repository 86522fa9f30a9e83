/** Text that comes from outside, on its way into a message or a log. */
@NullMarked
package dev.jop.runtime.internal.text;

import org.jspecify.annotations.NullMarked;
