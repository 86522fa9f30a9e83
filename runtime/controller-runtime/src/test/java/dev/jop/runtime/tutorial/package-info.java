/** Programs that show how the library is used; what they say in the Javadoc is compiled and run. */
@NullMarked
package dev.jop.runtime.tutorial;

import org.jspecify.annotations.NullMarked;
