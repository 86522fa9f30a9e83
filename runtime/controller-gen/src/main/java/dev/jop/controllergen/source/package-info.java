/**
 * What the compiler knows of a source, made easy to ask for: annotations, Javadoc, and errors that
 * show a line.
 */
@NullMarked
package dev.jop.controllergen.source;

import org.jspecify.annotations.NullMarked;
