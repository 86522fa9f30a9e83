/** What the tests share: one API server for all, a kind of their own, and a way to wait. */
@NullMarked
package dev.jop.runtime.testing;

import org.jspecify.annotations.NullMarked;
