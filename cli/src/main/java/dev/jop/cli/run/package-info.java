/**
 * Running the operator from its project: built, with a control plane if that is wanted, and stopped
 * as a whole.
 *
 * <p>The order of the end matters: first the operator, which may want to say good-bye to the API
 * server, then the API server. Therefore signals are handled here and not by the virtual machine,
 * which would end all at once.
 */
@NullMarked
package dev.jop.cli.run;

import org.jspecify.annotations.NullMarked;
