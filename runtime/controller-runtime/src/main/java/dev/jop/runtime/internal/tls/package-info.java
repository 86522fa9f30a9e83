/** TLS to an API server: whom to trust, and which certificate to show. */
@NullMarked
package dev.jop.runtime.internal.tls;

import org.jspecify.annotations.NullMarked;
