/**
 * The PROJECT file: what a project is and which APIs it has.
 *
 * <p>Its fields are those of kubebuilder's version 3, so that tools that read the one can read the
 * other. {@link dev.jop.plugins.project.Project} is the value, {@link
 * dev.jop.plugins.project.ProjectFile} its text.
 */
@NullMarked
package dev.jop.plugins.project;

import org.jspecify.annotations.NullMarked;
