package dev.jop.runtime.cache;

import java.util.Locale;
import java.util.function.IntFunction;

/** Fills stores with 10,000 objects each and tells what one of them takes of the heap. */
public final class HeapPerObject {

  private static final int OBJECTS = 10_000;

  private HeapPerObject() {}

  /**
   * Prints a line for each kind of object: its name, its bytes on the wire, its bytes of heap.
   *
   * @param args none
   */
  public static void main(String[] args) {
    measure("Pod", Samples::pod);
    measure("Pod, metadata only", Samples::metadata);
  }

  private static void measure(String name, IntFunction<byte[]> wire) {
    new ObjectParser().parse(wire.apply(0)); // classes and tables are there before
    ObjectStore store = new ObjectStore();
    long before = used();
    ObjectParser parser = new ObjectParser();
    for (int i = 0; i < OBJECTS; i++) {
      store.put(parser.parse(wire.apply(i)));
    }
    long after = used();
    System.out.printf(
        Locale.ROOT,
        "%s: %d bytes on the wire, %d of heap%n",
        name,
        wire.apply(0).length,
        (after - before) / store.all().size());
  }

  private static long used() {
    System.gc();
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }
}
