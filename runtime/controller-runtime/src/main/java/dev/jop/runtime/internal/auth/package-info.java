/**
 * Credentials: what a request says about who asks.
 *
 * <p>An {@link dev.jop.runtime.internal.auth.Authenticator} is made of a configuration's
 * credentials and gives each request its headers. What expires or rotates is read, run or refreshed
 * again, once for all requests that wait for it. Who cannot get credentials fails; no request goes
 * out without them instead. No message and no log shows a token, or what a plugin or an issuer
 * said.
 */
@NullMarked
package dev.jop.runtime.internal.auth;

import org.jspecify.annotations.NullMarked;
