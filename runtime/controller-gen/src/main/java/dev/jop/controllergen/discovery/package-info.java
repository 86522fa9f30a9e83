/**
 * Which resources there are: those of every API server, and the kinds that the sources declare.
 *
 * <p>Permissions and webhooks name resources as texts, which no compiler would check. Here is what
 * they are compared with. The list of the API server's own resources is what a real one says about
 * itself; a test compares both and renews the list.
 */
@NullMarked
package dev.jop.controllergen.discovery;

import org.jspecify.annotations.NullMarked;
