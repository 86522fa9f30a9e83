package dev.jop.controllergen.drawing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jop.markers.validation.AcceptsNull;
import dev.jop.markers.validation.AtMostOneOf;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.EmbeddedResource;
import dev.jop.markers.validation.Example;
import dev.jop.markers.validation.ExternalDocs;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.Immutable;
import dev.jop.markers.validation.ListTopology;
import dev.jop.markers.validation.ListType;
import dev.jop.markers.validation.MapTopology;
import dev.jop.markers.validation.MapType;
import dev.jop.markers.validation.MaxItems;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MultipleOf;
import dev.jop.markers.validation.PreserveUnknownFields;
import dev.jop.markers.validation.Schemaless;
import dev.jop.markers.validation.UniqueItems;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a drawing should be; almost everything that a schema can say. */
@AtMostOneOf({"note", "address"})
@Validation(rule = "self.copies >= 0", message = "no copies of less than nothing")
public class DrawingSpec {
  @Immutable public Title title = new Title("untitled");

  @Default("1")
  @MultipleOf(1)
  public int copies;

  @MaxItems(4)
  @ListType(value = ListTopology.MAP, keys = "name")
  public @Nullable List<Layer<Shape>> layers;

  public @Nullable Ink ink;

  @MapType(MapTopology.ATOMIC)
  public @Nullable Map<Medium, @MaxLength(8) String> sizes;

  @JsonUnwrapped public @Nullable Owner belongsTo;

  @Example("see the back")
  public @Nullable String note;

  @AcceptsNull public @Nullable String restorer;
  @UniqueItems public @Nullable List<@Format("ipv4") String> viewers;

  @ExternalDocs(url = "https://example.com/ids")
  public @Nullable UUID id;

  public @Nullable JsonNode any;
  @Schemaless @PreserveUnknownFields public @Nullable Object open;
  @EmbeddedResource public @Nullable GenericKubernetesResource frame;
  public @Nullable PodTemplateSpec printer;
  public @Nullable LabelSelector galleries;
  public @Nullable List<Condition> states;
}
