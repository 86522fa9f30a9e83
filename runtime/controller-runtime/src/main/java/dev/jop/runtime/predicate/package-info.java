/**
 * What lets events through: cheap tests before an event becomes a request.
 *
 * <p>A predicate sees a view and should be content with its metadata: an event that it drops is
 * then never decoded. It only saves work. Whether a reconciler is right must not depend on it,
 * since an object is reconciled at the start whatever happened before.
 */
@NullMarked
package dev.jop.runtime.predicate;

import org.jspecify.annotations.NullMarked;
