package dev.jop.envtest;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads environment variables in the forms that Go's envtest reads them. */
record Variables(Map<String, String> values) {
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

  boolean flag(String name) {
    return values.getOrDefault(name, "").equalsIgnoreCase("true");
  }

  Duration duration(String name, Duration fallback) {
    String text = values.getOrDefault(name, "");
    if (text.isEmpty()) {
      return fallback;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          name + " is '" + text + "'; write it like 60s, 1m30s or 500ms");
    }
    return Duration.ofHours(number(matcher.group(1)))
        .plusMinutes(number(matcher.group(2)))
        .plusSeconds(number(matcher.group(3)))
        .plusMillis(number(matcher.group(4)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
