package dev.jop.controllergen.webhook;

import java.util.regex.Pattern;

/** Names that consist of parts with dots between them. */
final class DomainName {
  private static final Pattern PATTERN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 253;

  private DomainName() {}

  static boolean isValid(String name) {
    return name.length() <= LONGEST && PATTERN.matcher(name).matches();
  }
}
