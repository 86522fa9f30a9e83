/** The manifests that are generated from a project's sources: CRDs and the manager's role. */
@NullMarked
package dev.jop.cli.manifest;

import org.jspecify.annotations.NullMarked;
