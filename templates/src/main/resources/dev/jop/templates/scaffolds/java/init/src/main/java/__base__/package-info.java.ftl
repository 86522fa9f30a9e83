[=project.header]/** The operator: where it starts and what it is made of. */
@NullMarked
package [=project.basePackage];

import org.jspecify.annotations.NullMarked;
