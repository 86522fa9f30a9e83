/**
 * What happened to an object: it came, changed, went, or something outside wants it looked at.
 *
 * <p>Events carry {@linkplain dev.jop.runtime.meta.ObjectView views}. They are level-triggered
 * hints: a handler turns them into requests and forgets them.
 */
@NullMarked
package dev.jop.runtime.event;

import org.jspecify.annotations.NullMarked;
