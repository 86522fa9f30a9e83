package dev.jop.runtime.workqueue;

import java.time.Duration;

/**
 * How it stands with an item of a queue.
 *
 * @param item the item
 * @param priority the priority that it has, or was last handed out with
 * @param processing whether a worker has it
 * @param ready whether it is to be handed out, once its worker is done with it
 * @param delay how long until it becomes ready; zero if it is, or if it is only being worked on
 * @param <T> the item's type
 */
public record QueuedItem<T>(
    T item, int priority, boolean processing, boolean ready, Duration delay) {}
