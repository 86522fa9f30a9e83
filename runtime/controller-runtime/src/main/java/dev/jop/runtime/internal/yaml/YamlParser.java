package dev.jop.runtime.internal.yaml;

import dev.jop.runtime.internal.yaml.YamlNode.Field;
import dev.jop.runtime.internal.yaml.YamlNode.Kind;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import dev.jop.runtime.internal.yaml.YamlNode.Sequence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes a tree of the parser's events.
 *
 * <p>The engine's own composer knows no limit for nesting, and its errors repeat the lines where
 * they are. Aliased nodes are shared, so that the tree is small; but whoever walks it meets them
 * each time, so what counts for the limit is what is met.
 */
final class YamlParser {

  /** A kubeconfig has nine levels, and extensions more. */
  private static final int MAX_DEPTH = 100;

  /** A kubeconfig of a thousand contexts has 40,000 nodes. */
  private static final int MAX_NODES = 200_000;

  private static final String TAGS = "tag:yaml.org,2002:";

  private final Iterator<Event> events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private long nodes;

  private YamlParser(Iterator<Event> events) {
    this.events = events;
  }

  static YamlNode parse(byte[] utf8) throws YamlException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new YamlException("it is no text in UTF-8");
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setCodePointLimit(Integer.MAX_VALUE)
              .setBufferSize(Math.max(text.length(), 1024)) // it copies all it has for each more
              .build();
      return new YamlParser(new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      throw mark.isPresent()
          ? new YamlException(line(mark), problem(e))
          : new YamlException(problem(e));
    } catch (YamlEngineException e) {
      throw new YamlException("it holds characters that YAML does not allow");
    }
  }

  /** The engine's words where they are a help; they may name what they have found. */
  private static String problem(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "a tab where YAML wants spaces";
    }
    return problem.startsWith("mapping values are not allowed")
        ? "a colon where YAML allows none; is there a quote or an indentation missing?"
        : "this is no YAML";
  }

  private YamlNode document() throws YamlException {
    Event event = next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = next();
    }
    return event.getEventId() == Event.ID.StreamEnd
        ? new Scalar("", Kind.NULL, 1, 0, 0)
        : node(event, 0);
  }

  private Event next() {
    return events.next();
  }

  private YamlNode node(Event event, int depth) throws YamlException {
    int line = line(event.getStartMark());
    if (depth > MAX_DEPTH) {
      throw new YamlException(line, "nested more than " + MAX_DEPTH + " levels deep");
    }
    long before = nodes;
    count(1, line);
    YamlNode node;
    if (event instanceof AliasEvent alias) {
      return aliased(alias, line);
    } else if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar, line);
    } else if (event instanceof SequenceStartEvent) {
      node = sequence(line, depth);
    } else if (event instanceof MappingStartEvent start) {
      node = mapping(start.isFlow(), line, depth);
    } else {
      throw new YamlException(line, "this is no YAML");
    }
    if (((NodeEvent) event).getAnchor().isPresent()) {
      String name = ((NodeEvent) event).getAnchor().get().getValue();
      anchors.put(name, new Anchored(node, nodes - before));
    }
    return node;
  }

  private void count(long more, int line) throws YamlException {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw new YamlException(
          line, "more than " + MAX_NODES + " values, those that aliases repeat included");
    }
  }

  private YamlNode aliased(AliasEvent alias, int line) throws YamlException {
    Anchored anchored = anchors.get(alias.getAlias().getValue());
    if (anchored == null) {
      throw new YamlException(line, "an alias (*) without its anchor (&); is a quote missing?");
    }
    count(anchored.nodes(), line);
    return anchored.node();
  }

  private static Scalar scalar(ScalarEvent event, int line) throws YamlException {
    Kind kind = event.isPlain() ? PlainScalars.kind(event.getValue()) : Kind.TEXT;
    String tag = event.getTag().orElse("");
    if (tag.equals("!") || tag.equals(TAGS + "str")) {
      kind = Kind.TEXT;
    } else if (!tag.isEmpty()) {
      throw new YamlException(line, "a tag (!) that is not understood; is a quote missing?");
    }
    return new Scalar(
        event.getValue(), kind, line, index(event.getStartMark()), index(event.getEndMark()));
  }

  private Sequence sequence(int line, int depth) throws YamlException {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Sequence(Collections.unmodifiableList(items), line);
  }

  private Mapping mapping(boolean flow, int line, int depth) throws YamlException {
    Map<String, Field> fields = new LinkedHashMap<>();
    List<Field> merged = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      int keyLine = line(event.getStartMark());
      if (!(node(event, depth + 1) instanceof Scalar key)) {
        throw new YamlException(keyLine, "a field whose name is no text");
      }
      Field field = new Field(node(next(), depth + 1), keyLine, key.start());
      if (key.text().equals("<<") && key.end() - key.start() == 2) {
        merged.add(field);
      } else if (key.kind() != Kind.TEXT && key.kind() != Kind.NUMBER) {
        throw new YamlException(keyLine, "a field's name that needs quotes");
      } else if (fields.putIfAbsent(key.text(), field) != null) {
        throw new YamlException(keyLine, "a field that was there before");
      }
    }
    for (Field field : merged) {
      merge(field, fields);
    }
    return new Mapping(Collections.unmodifiableMap(fields), flow, line);
  }

  /** What is said beside a merge key wins over what the key brings. */
  private static void merge(Field field, Map<String, Field> into) throws YamlException {
    List<YamlNode> sources =
        field.value() instanceof Sequence several ? several.items() : List.of(field.value());
    for (YamlNode source : sources) {
      if (!(source instanceof Mapping mapping)) {
        throw new YamlException(field.line(), "a merge key (<<) for something without fields");
      }
      mapping.fields().forEach(into::putIfAbsent);
    }
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  private static int index(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).orElse(0);
  }

  /**
   * What an alias stands for.
   *
   * @param nodes how many nodes who walks it meets
   */
  private record Anchored(YamlNode node, long nodes) {}
}
