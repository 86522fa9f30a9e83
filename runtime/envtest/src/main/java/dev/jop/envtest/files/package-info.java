/**
 * Files as the operating system gives them: locks between processes, private files, trees to
 * delete.
 *
 * <p>The lowest package of the module. Setting up binaries and owning a shared control plane both
 * need "one at a time, and free again when the holder dies, however it dies". The operating system
 * gives exactly that for file locks; a file with a process id in it does not.
 */
@NullMarked
package dev.jop.envtest.files;

import org.jspecify.annotations.NullMarked;
