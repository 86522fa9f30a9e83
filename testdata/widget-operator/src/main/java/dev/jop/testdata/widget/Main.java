package dev.jop.testdata.widget;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.cache.CacheOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.config.ConfigLoader;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.manager.ManagerOptions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code widgets} reconciles Widgets; {@code cache} only syncs all ConfigMaps and idles, by a list
 * if the property {@code watchList} is false.
 */
public final class Main {

  private Main() {}

  /** Runs what the only argument names, until the process is stopped. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1 || !(args[0].equals("widgets") || args[0].equals("cache"))) {
      System.err.println("usage: widgets|cache");
      System.exit(2);
    }
    if (args[0].equals("cache")) {
      syncCache();
    } else {
      Manager manager = Manager.create(ManagerOptions.defaults());
      new WidgetReconciler(manager.client()).setupWith(manager);
      manager.run();
    }
  }

  private static void syncCache() throws InterruptedException {
    RestClient rest = RestClient.create(ConfigLoader.load());
    boolean watchList = Boolean.parseBoolean(System.getProperty("watchList", "true"));
    Cache cache = Cache.create(rest, CacheOptions.defaults().withWatchList(watchList));
    AtomicInteger seen = new AtomicInteger();
    var registration = cache.informer(ConfigMap.class).addHandler(event -> seen.incrementAndGet());
    cache.start();
    if (!registration.waitForSync(Duration.ofMinutes(5))) {
      throw new IllegalStateException("not synced within 5 minutes");
    }
    double seconds =
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    double peak = peakOfHeap();
    System.gc();
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    System.out.printf(
        "{\"synced\":%d,\"seconds\":%.3f,\"heapMB\":%.1f,\"peakHeapMB\":%.1f}%n",
        seen.get(), seconds, (jvm.totalMemory() - jvm.freeMemory()) / 1e6, peak / 1e6);
    Thread.currentThread().join();
  }

  /** What was in use at most, garbage included: each space's own most, added up. */
  private static double peakOfHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
