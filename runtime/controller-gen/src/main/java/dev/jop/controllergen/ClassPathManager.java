package dev.jop.controllergen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Set<Path> known = ConcurrentHashMap.newKeySet();
  private final List<CompletableFuture<List<JarIndex>>> jars = new ArrayList<>();

  /**
   * Begins to read the jars.
   *
   * @param classPath jars and folders; what is not there is passed over
   */
  ClassPathManager(StandardJavaFileManager manager, List<Path> classPath) throws IOException {
    super(manager);
    List<Path> others = new ArrayList<>();
    for (Path path : classPath) {
      if (Files.isRegularFile(path)) {
        jars.add(CompletableFuture.supplyAsync(() -> read(path)));
      } else if (Files.exists(path)) {
        others.add(path);
      }
    }
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, others);
  }

  /** A jar, and those that its manifest names. */
  private List<JarIndex> read(Path path) {
    List<JarIndex> all = new ArrayList<>();
    if (known.add(path) && Files.isRegularFile(path)) {
      try {
        JarIndex jar = JarIndex.of(path);
        all.add(jar);
        jar.companions().forEach(companion -> all.addAll(read(companion)));
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
    for (CompletableFuture<List<JarIndex>> some : jars) {
      try {
        indexes(some);
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
    List<JavaFileObject> all = new ArrayList<>();
    others.forEach(all::add);
    for (CompletableFuture<List<JarIndex>> some : jars) {
      for (JarIndex jar : indexes(some)) {
        all.addAll(recurse ? jar.classesBelow(packageName) : jar.classes(packageName));
      }
    }
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
    for (CompletableFuture<List<JarIndex>> some : jars) {
      if (!some.isCompletedExceptionally()) {
        for (JarIndex jar : some.join()) {
          jar.close();
        }
      }
    }
    super.close();
  }
}
