package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The schema of a Kubernetes condition, with the limits that the API conventions set.
 *
 * <p>The Java class comes from a model that does not hold them.
 */
final class ConditionSchema {
  static final String JAVA_TYPE = "io.fabric8.kubernetes.api.model.Condition";

  private static final String REASON = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";
  private static final String TYPE =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
          + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";

  private ConditionSchema() {}

  static Schema schema() {
    Schema string = Schema.of(SchemaType.STRING);
    Map<String, Schema> properties =
        Map.of(
            "type",
            string
                .with("maxLength", 316L)
                .with("pattern", TYPE)
                .describedAs(
                    "What the condition is about, as one word such as Ready; with a domain before it if others use it too."),
            "status",
            string
                .with("enum", List.of("True", "False", "Unknown"))
                .describedAs("Whether the condition holds: True, False or Unknown."),
            "reason",
            string
                .with("minLength", 1L)
                .with("maxLength", 1024L)
                .with("pattern", REASON)
                .describedAs("Why the condition has its status, as one word for programs."),
            "message",
            string
                .with("maxLength", 32768L)
                .describedAs("Why the condition has its status, as text for people; may be empty."),
            "lastTransitionTime",
            string
                .with("format", "date-time")
                .describedAs("When the status of the condition changed last."),
            "observedGeneration",
            Schema.of(SchemaType.INTEGER)
                .with("format", "int64")
                .with("minimum", 0L)
                .describedAs(
                    "The metadata.generation of the object that the condition speaks of; it is out of date if the object's is higher."));
    return Schema.object(
            properties,
            new TreeSet<>(List.of("lastTransitionTime", "message", "reason", "status", "type")))
        .describedAs("One aspect of the state of an object.");
  }
}
