package dev.jop.plugins.scaffold;

/** The comment at the top of Java files that names their license. */
final class Header {
  private Header() {}

  /** The comment with its last line's end; empty if there is no license. */
  static String of(License license, String owner) {
    return switch (license) {
      case NONE -> "";
      case APACHE2 ->
          "/*\n"
              + (owner.isEmpty() ? "" : " * Copyright " + owner + "\n")
              + " * SPDX-License-Identifier: Apache-2.0\n"
              + " */\n";
    };
  }

  /** The user's own comment as it stands above a package: ended by one line's end. */
  static String ofText(String text) {
    return text.isBlank() ? "" : text.strip() + "\n";
  }
}
