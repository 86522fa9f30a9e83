/**
 * What is to be done and by whom: queues that hand every item to one worker at a time.
 *
 * <p>Items that are equal are one item. Whatever is added while an item waits is one with it;
 * whatever is added while it is worked on makes it come once more afterwards. So a burst of events
 * becomes one reconcile, and no object is reconciled by two workers at once.
 *
 * <p>A {@code WorkQueue} also delays items, limits their rate and, if wanted, puts urgent ones
 * first without letting the others starve. Inside, an {@code QueueState} knows what is queued, and
 * the queue around it knows the threads.
 *
 * <p>Behaves as client-go's {@code util/workqueue} and controller-runtime's {@code priorityqueue};
 * the numbers in brackets, such as (Q3), name the contracts that their tests show.
 */
@NullMarked
package dev.jop.runtime.workqueue;

import org.jspecify.annotations.NullMarked;
