package com.example.corpus.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.jop.markers.validation.AcceptsNull;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.MinItems;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.MinProperties;
import dev.jop.markers.validation.Optional;
import dev.jop.markers.validation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lid has nothing but what is there by default.
 *
 * @param open Whether it is open.
 */
record Lid(@Default("true") @Nullable Boolean open) {}

/** PresenceSpec has properties that must be there, and others that may be missing. */
class PresenceSpec {
  /** There, since nothing says otherwise. */
  public String plain = "";

  /** There, although it is left out when it is empty. */
  @Required public String required = "";

  /** There, by the old name of the marker. */
  @Required public String oldRequired = "";

  /** A number that must be there. */
  public int number = 0;

  /** A truth that must be there. */
  public boolean truth = false;

  /** An object that must be there. */
  public Lid object = new Lid(null);

  /** A list that must be there. */
  public List<String> list = List.of();

  /** A map that must be there. */
  public Map<String, String> map = Map.of();

  /** Perhaps missing, by its tag. */
  public @Nullable String omitEmpty;

  /** Perhaps missing, by its other tag. */
  public @Nullable Lid omitZero;

  /** Perhaps missing, by a marker. */
  @Optional public String optional = "";

  /** Perhaps missing, by the old name of the marker. */
  @Optional public String oldOptional = "";

  /** Perhaps missing, in the words of declarative validation. */
  @Optional public String declaredOptional = "";

  /** There and not empty, in the words of declarative validation. */
  @MinLength(1)
  public String declaredText = "";

  /** There and not empty. */
  @MinItems(1)
  public List<String> declaredList = List.of();

  /** There and not empty. */
  @MinProperties(1)
  public Map<String, String> declaredMap = Map.of();

  /** There and not empty. */
  @MinProperties(1)
  public Lid declaredObject = new Lid(null);

  /** There, whatever it is. */
  public int declaredNumber = 0;

  /** There, and perhaps null. */
  @Required @AcceptsNull public @Nullable String nullable;

  /** Not in the schema. */
  @JsonIgnore public String hidden = "";
}

/** Presence is about what must be there. */
@Group("corpus.example.com")
@Version("v1")
public final class Presence extends CustomResource<PresenceSpec, Void> implements Namespaced {}
