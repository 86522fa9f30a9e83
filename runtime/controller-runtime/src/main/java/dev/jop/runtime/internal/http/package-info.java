/** HTTP/1.1 over blocking sockets. */
@NullMarked
package dev.jop.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
