package dev.jop.runtime.testing;

import dev.jop.runtime.scheme.ApiPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The target of a request as a server understands it: the path split at its slashes, the query at
 * its ampersands, and only then each part decoded.
 *
 * @param segments the path's segments
 * @param parameters the query's parameters, in their order
 */
public record ParsedTarget(List<String> segments, Map<String, String> parameters) {

  /** Reads path and query. */
  public static ParsedTarget parse(String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    List<String> segments =
        Arrays.stream(path.substring(1).split("/", -1))
            .map(segment -> decoded(segment.replace("+", "%2B"))) // a plus is one in a path
            .toList();
    Map<String, String> parameters = new LinkedHashMap<>();
    if (question >= 0) {
      for (String parameter : target.substring(question + 1).split("&", -1)) {
        String[] parts = parameter.split("=", -1);
        if (parts.length != 2 || parameters.put(decoded(parts[0]), decoded(parts[1])) != null) {
          throw new AssertionError("no parameter, or one that was there before: " + parameter);
        }
      }
    }
    return new ParsedTarget(segments, parameters);
  }

  /** The path that is sent so. */
  public ApiPath path() {
    ApiPath path = ApiPath.of(segments.toArray(String[]::new));
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      path = path.with(parameter.getKey(), parameter.getValue());
    }
    return path;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
