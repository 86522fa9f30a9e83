/**
 * What to scaffold, as pure functions from a project and arguments to values.
 *
 * <p>Here are only the errors, which all packages below share: {@code naming} knows names, {@code
 * project} the PROJECT file, {@code scaffold} the commands and the plugins that answer them.
 * Nothing here touches the disk.
 */
@NullMarked
package dev.jop.plugins;

import org.jspecify.annotations.NullMarked;
