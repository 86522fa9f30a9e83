/**
 * The project in a folder: whether there is one, what it says of itself, and who may change it now.
 */
@NullMarked
package dev.jop.cli.project;

import org.jspecify.annotations.NullMarked;
