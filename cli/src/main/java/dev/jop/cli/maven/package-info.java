/**
 * What jop needs Maven for: a project's class path, and its compiled classes.
 *
 * <p>Maven takes seconds to start, so its answers are kept in jop's cache as long as the pom stays
 * the same, and it is not asked at all for the dependencies of a pom that is as jop scaffolded it.
 */
@NullMarked
package dev.jop.cli.maven;

import org.jspecify.annotations.NullMarked;
