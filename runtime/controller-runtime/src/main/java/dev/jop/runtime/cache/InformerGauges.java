package dev.jop.runtime.cache;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An informer's state, read when it is asked for.
 *
 * @param store what it holds
 * @param version the state of the whole that it shows
 * @param backlogs how many changes wait for each of its handlers
 */
record InformerGauges(ObjectStore store, Supplier<String> version, Supplier<int[]> backlogs)
    implements InformerState {

  @Override
  public String lastResourceVersion() {
    return version.get();
  }

  @Override
  public int objects() {
    return store.all().size();
  }

  @Override
  public long bytes() {
    return store.all().stream().mapToLong(object -> object.json().length).sum();
  }

  @Override
  public int handlers() {
    return backlogs.get().length;
  }

  @Override
  public int queuedItems() {
    return IntStream.of(backlogs.get()).sum();
  }

  @Override
  public int longestBacklog() {
    return IntStream.of(backlogs.get()).max().orElse(0);
  }
}
