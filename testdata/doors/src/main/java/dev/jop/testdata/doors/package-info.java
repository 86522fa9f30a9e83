/** HTTP servers behind one small interface, and a driver that starts, measures and attacks them. */
@NullMarked
package dev.jop.testdata.doors;

import org.jspecify.annotations.NullMarked;
