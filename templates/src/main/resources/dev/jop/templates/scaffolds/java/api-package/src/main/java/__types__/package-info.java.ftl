[=api.header]/** The kinds of {@code [=api.group]/[=api.version]}. */
@NullMarked
package [=api.types];

import org.jspecify.annotations.NullMarked;
