/** Credentials: what a request says about who asks. */
@NullMarked
package dev.jop.runtime.internal.auth;

import org.jspecify.annotations.NullMarked;
