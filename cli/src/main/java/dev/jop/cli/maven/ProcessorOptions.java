package dev.jop.cli.maven;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pom tells the generator, so that it makes the same manifests without Maven as with it.
 *
 * <p>The values are read as they stand; a property of the pom is put in its place.
 */
public final class ProcessorOptions {
  private static final Pattern OPTION = Pattern.compile("-A(jop\\.\\w+)=([^<\"]*)");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

  private ProcessorOptions() {}

  /** The options by their names, such as {@code jop.roleName}. */
  public static Map<String, String> of(Tree tree) {
    String pom = COMMENT.matcher(tree.read(ClassPaths.POM).orElse("")).replaceAll("");
    Map<String, String> options = new TreeMap<>();
    Matcher matcher = OPTION.matcher(pom);
    while (matcher.find()) {
      if (!matcher.group(1).equals("jop.output")) {
        options.put(matcher.group(1), resolved(matcher.group(2).strip(), pom));
      }
    }
    return options;
  }

  private static String resolved(String value, String pom) {
    return REFERENCE
        .matcher(value)
        .replaceAll(reference -> Matcher.quoteReplacement(property(reference.group(1), pom)));
  }

  private static String property(String name, String pom) {
    Matcher element = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)</").matcher(pom);
    if (!element.find()) {
      throw new CommandException(
          "pom.xml gives the generator ${" + name + "}, which is no property in it");
    }
    return element.group(1).strip();
  }
}
