/** Reads kinds and makes the CustomResourceDefinitions that declare them to the API server. */
@NullMarked
package dev.jop.controllergen.crd;

import org.jspecify.annotations.NullMarked;
