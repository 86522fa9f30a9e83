package dev.jop.controllergen.webhook;

import java.util.regex.Pattern;

/** How keys and values of labels look. */
final class LabelSyntax {
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
  private static final int LONGEST = 63;

  private LabelSyntax() {}

  /** Whether a text is a name, with a domain and a slash before it or not. */
  static boolean isKey(String text) {
    int slash = text.indexOf('/');
    return (slash < 0 || DomainName.isValid(text.substring(0, slash)))
        && isName(text.substring(slash + 1));
  }

  static boolean isValue(String text) {
    return text.isEmpty() || isName(text);
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST && NAME.matcher(text).matches();
  }
}
