/** The benchmark's operator: owns a ConfigMap for every Widget and writes the Widget's status. */
@NullMarked
package dev.jop.testdata.widget;

import org.jspecify.annotations.NullMarked;
