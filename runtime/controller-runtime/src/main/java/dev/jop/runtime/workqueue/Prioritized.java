package dev.jop.runtime.workqueue;

/**
 * An item in the hands of a worker.
 *
 * @param item the item
 * @param priority the priority that it was handed out with
 * @param <T> the item's type
 */
public record Prioritized<T>(T item, int priority) {}
