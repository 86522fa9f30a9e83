package dev.jop.controllergen;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** The classes of a jar by their packages. */
final class JarIndex implements AutoCloseable {

  private static final String CLASS = ".class";

  /** Names of places are made when they are asked for, which is seldom. */
  private static final URI NOWHERE = URI.create("jar:///");

  private final Path path;
  private final JarFile jar;
  private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

  private JarIndex(Path path, JarFile jar) {
    this.path = path;
    this.jar = jar;
  }

  /**
   * Reads the names in a jar.
   *
   * @throws IOException if it is none, or cannot be read
   */
  static JarIndex of(Path path) throws IOException {
    JarFile jar = new JarFile(path.toFile(), false);
    JarIndex index = new JarIndex(path, jar);
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      index.add(all.nextElement().getName());
    }
    return index;
  }

  private void add(String entry) {
    if (entry.endsWith(CLASS) && !entry.startsWith("META-INF/")) {
      int end = Math.max(0, entry.lastIndexOf('/'));
      packages
          .computeIfAbsent(entry.substring(0, end).replace('/', '.'), any -> new ArrayList<>())
          .add(new ClassFile(entry));
    }
  }

  /** What is on the class path with this one, as its manifest says. */
  List<Path> companions() throws IOException {
    Manifest manifest = jar.getManifest();
    String named =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    List<Path> companions = new ArrayList<>();
    for (String one : named == null ? new String[0] : named.strip().split(" +")) {
      try {
        companions.add(Path.of(path.toAbsolutePath().toUri().resolve(one)));
      } catch (IllegalArgumentException | FileSystemNotFoundException e) {
        // no file, so nothing that a compiler could read
      }
    }
    return companions;
  }

  /** The classes in a package, without those of packages below it. */
  List<JavaFileObject> classes(String packageName) {
    return packages.getOrDefault(packageName, List.of());
  }

  /** The classes in a package and in those below it. */
  List<JavaFileObject> classesBelow(String packageName) {
    List<JavaFileObject> all = new ArrayList<>();
    String below = packageName.isEmpty() ? "" : packageName + ".";
    packages.forEach(
        (name, classes) -> {
          if (name.equals(packageName) || name.startsWith(below)) {
            all.addAll(classes);
          }
        });
    return all;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }

  /** A class in the jar. */
  final class ClassFile extends SimpleJavaFileObject {

    private final String entry;

    private ClassFile(String entry) {
      super(NOWHERE, Kind.CLASS);
      this.entry = entry;
    }

    /** The class's name with dots, and a dollar before that of a nested one. */
    String binaryName() {
      return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return jar.getInputStream(jar.getEntry(entry));
    }

    @Override
    public URI toUri() {
      try {
        String place = new URI(null, null, "/" + entry, null).getRawPath();
        return URI.create("jar:" + path.toUri() + "!" + place);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public String getName() {
      return path + "(/" + entry + ")";
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.CLASS && ("/" + entry).endsWith("/" + simpleName + CLASS);
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
      return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
      return null;
    }
  }
}
