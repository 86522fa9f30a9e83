package dev.jop.runtime.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names that nobody should have: known attacks, and random texts made of what attacks are of. */
public final class HostileText {

  private static final List<String> ATTACKS =
      List.of(
          "?",
          "#",
          "x#y",
          "%6beep",
          "%",
          "%2e%2e",
          "x?dryRun=All",
          "keep?dryRun=All",
          "keep#",
          "keep/",
          "keep;x",
          "keep ",
          " keep",
          "keep\0",
          "keep+",
          "+",
          "victim/secrets/crown?x=",
          "../secrets/crown",
          "..%2fsecrets%2fcrown",
          ".",
          "..",
          "...",
          ".%2e",
          "./keep",
          "//",
          "/",
          "\\",
          "..\\keep",
          "keep\r\nX: y",
          "keep\nGET / HTTP/1.1",
          " HTTP/1.1\r\nHost: x\r\n\r\n",
          "\t",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u202ekeep",
          "\ufeffkeep",
          "ключ",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00x",
          "k\u0301eep",
          "\uff0fsecrets",
          "\u2025",
          "keep,metadata.name=crown",
          "a=b&limit=1",
          "&watch=true",
          "*",
          "KEEP",
          "\"keep\"",
          "'",
          "${jndi:x}",
          "keep?");

  private static final String[] PIECES = {
    "/",
    "%",
    "?",
    "#",
    "&",
    "=",
    ";",
    ":",
    "@",
    "+",
    ",",
    "!",
    "*",
    "(",
    "'",
    "\"",
    "<",
    "\\",
    "|",
    ".",
    "..",
    "%2f",
    "%2F",
    "%00",
    "%25",
    "%3f",
    "\r",
    "\n",
    "\0",
    "\t",
    " ",
    "\u00a0",
    "\u0301",
    "\ud83d\ude00",
    "\ud800",
    "\udfff",
    "\uffff",
    "keep",
    "secrets",
    "crown",
    "victim",
    "status",
    "configmaps",
    "namespaces",
    "dryRun=All",
    "x",
    "7",
    "-",
    "_",
    "~"
  };

  private HostileText() {}

  /** The known attacks, and so many random texts besides. */
  public static List<String> some(int count, Random random) {
    List<String> texts = new ArrayList<>(ATTACKS);
    for (int i = 0; i < count; i++) {
      texts.add(any(random));
    }
    return texts;
  }

  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(4) == 0) {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
