package dev.jop.plugins.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Java packages and identifiers made from, and checked for, names of Kubernetes. */
public final class JavaNames {
  private static final Pattern PACKAGE_WORD = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final SourceVersion BASELINE = SourceVersion.RELEASE_17;

  private JavaNames() {}

  /** The package for a domain and a name in it: {@code com.example.guestbook}. */
  public static String packageOf(String domain, String name) {
    return reversed(domain) + "." + packageWord(name.replace("-", "").replace(".", ""));
  }

  /** A domain as the beginning of a package: {@code example.com} becomes {@code com.example}. */
  public static String reversed(String domain) {
    List<String> words = new ArrayList<>(List.of(domain.split("\\.")));
    Collections.reverse(words);
    return String.join(".", words.stream().map(JavaNames::packageWord).toList());
  }

  /** A DNS label as one word of a package, changed as the language specification (6.1) proposes. */
  public static String packageWord(String label) {
    String word = label.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    if (SourceVersion.isKeyword(word, BASELINE)) {
      return word + "_";
    }
    return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word;
  }

  /** Whether it is lower case words joined by dots, none of them a word of the language. */
  public static boolean isPackage(String name) {
    for (String word : name.split("\\.", -1)) {
      if (!PACKAGE_WORD.matcher(word).matches()) {
        return false;
      }
    }
    return SourceVersion.isName(name, BASELINE);
  }

  /** Whether Maven takes it as a group or artifact id. */
  public static boolean isMavenId(String name) {
    return COORDINATE.matcher(name).matches();
  }
}
