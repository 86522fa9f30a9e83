package dev.jop.cli.maven;

import dev.jop.cli.CommandException;
import dev.jop.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which class path Maven finds for a project, but for the jars themselves.
 *
 * <p>These are its pom and the poms above it, the settings of the user and of the machine, what
 * {@code .mvn} says, the variables and files that switch profiles on, and the JDK. When one of them
 * changes, Maven is asked again.
 *
 * @param session where Maven runs
 * @param poms the project's pom and those above it that are files of the same source tree
 * @param changing whether a pom that lies elsewhere may change without its name changing
 */
record MavenInputs(Session session, Map<Path, String> poms, boolean changing) {
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
  private static final Pattern RELATIVE = Pattern.compile("<relativePath>(.*?)</relativePath>");
  private static final Pattern VARIABLE = Pattern.compile("\\benv\\.([A-Za-z0-9_]+)");
  private static final Pattern SWITCH = Pattern.compile("<(?:exists|missing)>(.*?)</");
  private static final Set<String> VARIABLES =
      Set.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_CONFIG", "MAVEN_HOME", "JDK_JAVA_OPTIONS");
  private static final int HIGHEST = 20;

  static MavenInputs of(Session session) {
    Map<Path, String> poms = new TreeMap<>();
    boolean changing = false;
    Path file = session.directory().resolve(ClassPaths.POM);
    for (int i = 0; i < HIGHEST; i++) {
      String pom = COMMENT.matcher(text(file)).replaceAll("");
      poms.put(file, pom);
      changing |= pom.contains("<scope>import</scope>") && pom.contains("-SNAPSHOT");
      Matcher parent = PARENT.matcher(pom);
      if (!parent.find()) {
        break;
      }
      Path above = above(file, parent.group(1));
      if (above == null || poms.containsKey(above)) {
        changing |= parent.group(1).contains("-SNAPSHOT");
        break;
      }
      file = above;
    }
    return new MavenInputs(session, poms, changing);
  }

  /** The same for the same inputs. */
  UUID key() {
    StringBuilder all = new StringBuilder();
    poms.forEach((file, text) -> all.append(file).append('\0').append(text).append('\0'));
    for (Path file : settings()) {
      all.append(file).append('\0').append(text(file)).append('\0');
    }
    Set<String> names = new LinkedHashSet<>(VARIABLES.stream().sorted().toList());
    found(VARIABLE, all.toString()).forEach(names::add);
    for (String name : names) {
      all.append(name).append('=').append(session.variable(name).orElse("")).append('\0');
    }
    for (String path : found(SWITCH, all.toString())) {
      String plain = path.replace("${basedir}/", "").replace("${project.basedir}/", "");
      all.append(path).append(Files.exists(session.directory().resolve(plain))).append('\0');
    }
    all.append(System.getProperty("java.home"));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Set<Path> settings() {
    Set<Path> files = new LinkedHashSet<>();
    session.variable("HOME").ifPresent(home -> files.add(Path.of(home, ".m2", "settings.xml")));
    new Maven(session).home().ifPresent(home -> files.add(home.resolve("conf/settings.xml")));
    for (Path folder = session.directory(); folder != null; folder = folder.getParent()) {
      Path own = folder.resolve(".mvn");
      if (Files.isDirectory(own)) {
        files.add(own.resolve("maven.config"));
        files.add(own.resolve("extensions.xml"));
        files.add(own.resolve("jvm.config"));
        break;
      }
    }
    return files;
  }

  /** The pom of the parent, if it is a file of the same source tree. */
  private static @Nullable Path above(Path pom, String parent) {
    Matcher relative = RELATIVE.matcher(parent);
    String path = relative.find() ? relative.group(1).strip() : "../pom.xml";
    if (path.isEmpty() || parent.contains("<relativePath/>")) {
      return null;
    }
    Path place = pom.resolveSibling(path).normalize();
    Path file = Files.isDirectory(place) ? place.resolve(ClassPaths.POM) : place;
    return Files.isRegularFile(file) ? file : null;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Nothing for a file that is not there. */
  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new CommandException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
