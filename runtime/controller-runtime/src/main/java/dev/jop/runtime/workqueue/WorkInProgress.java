package dev.jop.runtime.workqueue;

/** For how long workers have been at what they are working on now. Safe for use by many threads. */
public interface WorkInProgress {

  /** {@code workqueue_unfinished_work_seconds}, a gauge: the sum over all workers. */
  double unfinishedSeconds();

  /** {@code workqueue_longest_running_processor_seconds}, a gauge: the longest of them. */
  double longestRunningSeconds();
}
