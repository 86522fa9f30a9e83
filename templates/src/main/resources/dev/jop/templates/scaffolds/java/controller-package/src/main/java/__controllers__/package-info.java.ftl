[=api.header]/** What makes the world fit the objects. */
@NullMarked
package [=api.controllers];

import org.jspecify.annotations.NullMarked;
