/** What scripts/bench needs besides the operators: a control plane to stand on and a table. */
@NullMarked
package dev.jop.testdata.bench;

import org.jspecify.annotations.NullMarked;
