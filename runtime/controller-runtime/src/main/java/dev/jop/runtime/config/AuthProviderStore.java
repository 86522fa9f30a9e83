package dev.jop.runtime.config;

import dev.jop.runtime.internal.yaml.YamlException;
import dev.jop.runtime.internal.yaml.YamlNode;
import dev.jop.runtime.internal.yaml.YamlNode.Field;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import dev.jop.runtime.internal.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Where a kubeconfig keeps what an auth-provider knows of a user, such as tokens.
 *
 * <p>What is written replaces no more than the values themselves: comments and the order of fields
 * stay. kubectl writes the whole file anew.
 *
 * @param kubeconfig the file
 * @param user the user's name in it
 */
public record AuthProviderStore(Path kubeconfig, String user) {

  /** Makes the path absolute. */
  public AuthProviderStore {
    kubeconfig = kubeconfig.toAbsolutePath();
  }

  /**
   * The provider's fields as they are now.
   *
   * @throws IOException if the file cannot be read, or has no such user with an auth-provider
   */
  public Map<String, String> read() throws IOException {
    Map<String, String> texts = new HashMap<>();
    config(Files.readString(kubeconfig))
        .fields()
        .forEach(
            (name, field) -> {
              if (field.value() instanceof Scalar scalar) {
                texts.put(name, scalar.text());
              }
            });
    return texts;
  }

  /**
   * Replaces fields, or adds them. The file is there at all times, and keeps its mode and owner.
   * Meanwhile it is locked, as kubectl locks it.
   *
   * @param changes the fields that change
   * @throws IOException if the file cannot be read or written, or somebody else has locked it
   */
  public void write(Map<String, String> changes) throws IOException {
    Path file = kubeconfig.toRealPath();
    try (FileLock lock = FileLock.of(file)) {
      String text = Files.readString(file);
      String changed = changed(text, changes);
      Map<String, Field> fields = config(changed).fields();
      for (Map.Entry<String, String> change : changes.entrySet()) {
        Field field = fields.get(change.getKey());
        if (field == null
            || !(field.value() instanceof Scalar scalar)
            || !scalar.text().equals(change.getValue())) {
          throw new IOException(file + " is written in a way that cannot be changed");
        }
      }
      lock.replace(changed.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String changed(String text, Map<String, String> changes) throws IOException {
    Mapping config = config(text);
    Map<Integer, Edit> edits = new TreeMap<>(Comparator.reverseOrder()); // from the end on
    Map<String, String> added = new LinkedHashMap<>();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      Field field = config.fields().get(change.getKey());
      if (field != null && field.value() instanceof Scalar scalar) {
        String value = (scalar.start() == scalar.end() ? " " : "") + quoted(change.getValue());
        edits.put(scalar.start(), new Edit(scalar.end(), value));
      } else {
        added.put(change.getKey(), change.getValue());
      }
    }
    StringBuilder result = new StringBuilder(text);
    Field first = config.fields().values().iterator().next();
    if (!added.isEmpty()) {
      int at = text.offsetByCodePoints(0, first.start());
      int column = at - text.lastIndexOf('\n', at - 1) - 1;
      String separator = config.flow() ? ", " : "\n" + " ".repeat(column);
      edits.put(first.start(), new Edit(first.start(), fields(added, separator)));
    }
    edits.forEach((start, edit) -> edit.apply(text, start, result));
    return result.toString();
  }

  private static String fields(Map<String, String> added, String separator) {
    StringBuilder fields = new StringBuilder();
    added.forEach(
        (name, value) ->
            fields.append(quoted(name)).append(": ").append(quoted(value)).append(separator));
    return fields.toString();
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }

  private Mapping config(String text) throws IOException {
    try {
      YamlNode root = YamlNode.read(text.getBytes(StandardCharsets.UTF_8));
      if (at(root, "users") instanceof Sequence users) {
        for (YamlNode entry : users.items()) {
          if (at(entry, "name") instanceof Scalar name
              && name.text().equals(user)
              && at(entry, "user", "auth-provider", "config") instanceof Mapping config
              && !config.fields().isEmpty()) {
            return config;
          }
        }
      }
    } catch (YamlException e) {
      throw new IOException(kubeconfig + " is no kubeconfig any more, " + e.getMessage(), e);
    }
    throw new IOException(kubeconfig + " has no auth-provider of user \"" + user + "\" any more");
  }

  private static YamlNode at(YamlNode node, String... path) {
    YamlNode found = node;
    for (String name : List.of(path)) {
      Field field = found instanceof Mapping mapping ? mapping.fields().get(name) : null;
      if (field == null) {
        return new Scalar("", YamlNode.Kind.NULL, node.line(), 0, 0);
      }
      found = field.value();
    }
    return found;
  }

  /**
   * A text that takes the place of what stands there.
   *
   * @param end where that ends, in code points
   */
  private record Edit(int end, String text) {

    void apply(String before, int start, StringBuilder result) {
      int from = before.offsetByCodePoints(0, start);
      int to = before.offsetByCodePoints(0, end);
      while (to > from && Character.isWhitespace(before.charAt(to - 1))) {
        to--; // the end of a text on lines of its own is where the next field begins
      }
      result.replace(from, to, text);
    }
  }
}
