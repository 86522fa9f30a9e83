package dev.jop.controllergen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes of a class path.
 *
 * <p>The compiler's own manager makes a file system of each jar and walks over it, when it first
 * looks for a class and one after the other. Here the names in all jars are read while the compiler
 * starts and parses, which spares a sixth of its time. Folders, and what is no jar, are left to the
 * compiler's own; folders that the manifest of a jar names are passed over.
 */
final class ClassPathManager extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final List<Entry> entries = new ArrayList<>();

  /**
   * One of the class path's.
   *
   * @param jars it and those that it names, if it is a jar
   */
  private record Entry(Path path, CompletableFuture<List<JarIndex>> jars) {}

  /**
   * Begins to read the jars.
   *
   * @param classPath jars and folders; what is not there is passed over
   */
  ClassPathManager(StandardJavaFileManager manager, List<Path> classPath) throws IOException {
    super(manager);
    List<Path> others = new ArrayList<>();
    for (Path path : classPath) {
      if (isArchive(path)) {
        entries.add(
            new Entry(path, CompletableFuture.supplyAsync(() -> read(path, new HashSet<>()))));
      } else if (Files.exists(path)) {
        entries.add(new Entry(path, CompletableFuture.completedFuture(List.of())));
        others.add(path);
      }
    }
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, others);
  }

  /** The compiler's own test; it warns of any other file that a class path names. */
  private static boolean isArchive(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(path);
  }

  /** A jar, and those that its manifest names, in an order that no other thread decides. */
  private static List<JarIndex> read(Path path, Set<Path> known) {
    List<JarIndex> all = new ArrayList<>();
    if (known.add(path.toAbsolutePath().normalize()) && isArchive(path)) {
      try {
        JarIndex jar = JarIndex.of(path);
        all.add(jar);
        jar.companions().forEach(companion -> all.addAll(read(companion, known)));
      } catch (IOException e) {
        throw new UncheckedIOException(
            new IOException("cannot read " + path + ": " + e.getMessage(), e));
      }
    }
    return all;
  }

  /**
   * Refuses a class path with something that the compiler could not read, for which it has an error
   * in every source.
   *
   * @throws GenerateException if there is any
   */
  void refuseUnreadable() {
    for (Entry entry : entries) {
      try {
        indexes(entry.jars());
      } catch (IOException e) {
        throw new GenerateException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
      return others;
    }
    List<JavaFileObject> left = new ArrayList<>();
    others.forEach(left::add);
    // The compiler takes the first of two classes with one name.
    List<JavaFileObject> all = new ArrayList<>();
    for (Entry entry : entries) {
      for (JarIndex jar : indexes(entry.jars())) {
        all.addAll(recurse ? jar.classesBelow(packageName) : jar.classes(packageName));
      }
      if (!left.isEmpty()) {
        List<JavaFileObject> inside =
            left.stream()
                .filter(file -> fileManager.asPath(file).startsWith(entry.path()))
                .toList();
        all.addAll(inside);
        left.removeAll(inside);
      }
    }
    all.addAll(left);
    return all;
  }

  private static List<JarIndex> indexes(CompletableFuture<List<JarIndex>> some) throws IOException {
    try {
      return some.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw e;
    }
  }

  @Override
  public @Nullable String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    return file instanceof JarIndex.ClassFile found
        ? found.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    boolean inJar = one instanceof JarIndex.ClassFile || other instanceof JarIndex.ClassFile;
    return inJar ? one.equals(other) : super.isSameFile(one, other);
  }

  @Override
  public boolean hasLocation(JavaFileManager.Location location) {
    return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
  }

  @Override
  public void close() throws IOException {
    for (Entry entry : entries) {
      if (!entry.jars().isCompletedExceptionally()) {
        for (JarIndex jar : entry.jars().join()) {
          jar.close();
        }
      }
    }
    super.close();
  }
}
