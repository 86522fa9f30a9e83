/**
 * Makes Kubernetes manifests from annotated Java sources: CustomResourceDefinitions from kinds,
 * roles from permissions.
 *
 * <p>There is one generator and two ways to run it: as annotation processor inside a build ({@link
 * dev.jop.controllergen.ManifestProcessor}), or by a program that wants the manifests as values
 * ({@link dev.jop.controllergen.ManifestGenerator}). Both read what the compiler knows, so what is
 * wrong is an error of the compiler with file and line, and then nothing is written.
 *
 * <p>The way: {@code source} asks the compiler, {@code type} makes a {@code schema} of a Java type,
 * {@code marker} applies the annotations, {@code cel} checks the rules, {@code crd} and {@code
 * rbac} make documents, {@code yaml} writes them.
 */
@NullMarked
package dev.jop.controllergen;

import org.jspecify.annotations.NullMarked;
