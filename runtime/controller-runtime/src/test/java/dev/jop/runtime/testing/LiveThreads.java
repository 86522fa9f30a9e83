package dev.jop.runtime.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The threads that live now, virtual ones included. */
public final class LiveThreads {

  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]+)\"");

  private LiveThreads() {}

  /** The names of those whose name ends so. */
  public static List<String> endingWith(String end) {
    return names().stream().filter(name -> name.endsWith(end)).sorted().toList();
  }

  /** The names of all. */
  public static List<String> names() {
    try {
      return NAME.matcher(dump()).results().map(match -> match.group(1)).toList();
    } catch (ClassNotFoundException noVirtualThreads) {
      return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    } catch (ReflectiveOperationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A dump of all threads, which JVMs can make that have virtual ones. */
  private static String dump() throws ReflectiveOperationException, IOException {
    Class<? extends PlatformManagedObject> type =
        Class.forName("com.sun.management.HotSpotDiagnosticMXBean")
            .asSubclass(PlatformManagedObject.class);
    Class<?> format = Class.forName(type.getName() + "$ThreadDumpFormat");
    Path folder = Files.createTempDirectory("threads");
    Path file = folder.resolve("dump.json");
    try {
      type.getMethod("dumpThreads", String.class, format)
          .invoke(
              ManagementFactory.getPlatformMXBean(type),
              file.toString(),
              format.getField("JSON").get(null));
      return Files.readString(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
