/**
 * TLS to an API server: whom to trust, and which certificate to show.
 *
 * <p>There is one set-up for every case, behind a proxy or not. It does as client-go does: the
 * authority that is named is the only one trusted, names are checked by the rules of Go, files are
 * read again when they change, and what cannot work is told when a client is made. {@link
 * dev.jop.runtime.internal.tls.ClientTls} is where to begin.
 */
@NullMarked
package dev.jop.runtime.internal.tls;

import org.jspecify.annotations.NullMarked;
