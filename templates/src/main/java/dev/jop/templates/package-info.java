/**
 * Templates of scaffolded projects and their rendering.
 *
 * <p>A {@link Scaffold} names a folder of templates and the values for them; {@link Templates}
 * renders it to texts. Below such a folder a template's path is the path of the file that it
 * renders, so there is no table of files and no class per file. {@code Name.ext@marker.ftl} is a
 * fragment: text for the line that carries the scaffold marker in {@code Name.ext}.
 *
 * <p>Nothing here reads or writes a user's project.
 */
@NullMarked
package dev.jop.templates;

import org.jspecify.annotations.NullMarked;
