/**
 * What is to be done and by whom: a queue that hands every item to one worker at a time.
 *
 * <p>Items that are equal are one item. Whatever is added while an item waits is one with it;
 * whatever is added while it is worked on makes it come once more afterwards. So a burst of events
 * becomes one reconcile, and no object is reconciled by two workers at once.
 *
 * <p>Behaves as client-go's {@code util/workqueue}; the numbers in brackets, such as (Q3), name the
 * contracts that its tests show.
 */
@NullMarked
package dev.jop.runtime.workqueue;

import org.jspecify.annotations.NullMarked;
