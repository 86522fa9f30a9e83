package dev.jop.plugins.naming;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English plurals, for the name of a kind in the API server's paths.
 *
 * <p>Only the last word of a kind is bent: {@code ChildIndex} becomes {@code childindices}. What
 * the rules get wrong the user says with {@code --plural}.
 */
public final class Plurals {
  private static final Pattern LAST_WORD = Pattern.compile("[A-Z][a-z0-9]*$");

  private static final Pattern BENT_BY_FABRIC8 =
      Pattern.compile(
          ".*(o|fe?|um|ouse|man|child|person|ox|die|ice|money|information|definition|metrics?)");

  private static final Set<String> SAME =
      Set.of(
          "aircraft",
          "chassis",
          "data",
          "deer",
          "endpoints",
          "equipment",
          "fish",
          "hardware",
          "information",
          "metadata",
          "metrics",
          "middleware",
          "moose",
          "news",
          "police",
          "series",
          "settings",
          "sheep",
          "software",
          "species",
          "traffic");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("analysis", "analyses"),
          Map.entry("appendix", "appendices"),
          Map.entry("axis", "axes"),
          Map.entry("basis", "bases"),
          Map.entry("calf", "calves"),
          Map.entry("child", "children"),
          Map.entry("crisis", "crises"),
          Map.entry("criterion", "criteria"),
          Map.entry("datum", "data"),
          Map.entry("echo", "echoes"),
          Map.entry("foot", "feet"),
          Map.entry("goose", "geese"),
          Map.entry("half", "halves"),
          Map.entry("hero", "heroes"),
          Map.entry("hypothesis", "hypotheses"),
          Map.entry("index", "indices"),
          Map.entry("knife", "knives"),
          Map.entry("leaf", "leaves"),
          Map.entry("life", "lives"),
          Map.entry("man", "men"),
          Map.entry("matrix", "matrices"),
          Map.entry("medium", "media"),
          Map.entry("mouse", "mice"),
          Map.entry("person", "people"),
          Map.entry("phenomenon", "phenomena"),
          Map.entry("potato", "potatoes"),
          Map.entry("quiz", "quizzes"),
          Map.entry("self", "selves"),
          Map.entry("shelf", "shelves"),
          Map.entry("thesis", "theses"),
          Map.entry("thief", "thieves"),
          Map.entry("tomato", "tomatoes"),
          Map.entry("tooth", "teeth"),
          Map.entry("vertex", "vertices"),
          Map.entry("veto", "vetoes"),
          Map.entry("wife", "wives"),
          Map.entry("wolf", "wolves"),
          Map.entry("woman", "women"));

  private Plurals() {}

  /** The plural of a kind, in lower case. */
  public static String of(String kind) {
    Matcher last = LAST_WORD.matcher(kind);
    int start = last.find() ? last.start() : 0;
    return Kinds.lower(kind.substring(0, start))
        + ofWord(kind.substring(start).toLowerCase(Locale.ROOT));
  }

  /**
   * Whether fabric8's model, too, makes this plural of a kind in lower case, so that the class need
   * not say it. It has rules of its own; where one of them may apply the answer is no.
   */
  public static boolean isPlain(String lower, String plural) {
    return plural.equals(lower + "s") && !BENT_BY_FABRIC8.matcher(lower).matches();
  }

  private static String ofWord(String word) {
    if (SAME.contains(word)) {
      return word;
    }
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.endsWith("y") && word.length() > 1 && !isVowel(word.charAt(word.length() - 2))) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
