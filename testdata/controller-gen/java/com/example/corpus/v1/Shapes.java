package com.example.corpus.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.Pattern;
import dev.jop.markers.crd.Scale;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Base is what many have. */
class Base {
  /** Whether it is paused. */
  public @Nullable Boolean paused;

  /** Who owns it. */
  public String owner = "";
}

/**
 * Extra is what some have.
 *
 * @param note A note.
 */
@Validation(rule = "!has(self.note) || self.note.size() > 0", message = "a note must say something")
record Extra(@MaxLength(10) @Nullable String note) {}

/** Deep is what Base and others are in. */
class Deep extends Base {
  /** How deep. */
  public @Nullable Integer depth;
}

/**
 * Item is an item; where it is used, more may be said of it. It takes two lines to tell.
 *
 * @param name The name of the item.
 * @param parts What belongs to it.
 */
record Item(Name name, @Nullable List<Part> parts) {}

/**
 * Part is a part of an item.
 *
 * @param weight The weight of the part.
 */
record Part(@Minimum(0) @Nullable Integer weight) {}

/** ShapesSpec has types in types. */
class ShapesSpec extends Base {
  @JsonUnwrapped public Extra extra = new Extra(null);

  /** A type that has another inline. */
  public @Nullable Deep deep;

  /** One item. */
  public @Nullable Item item;

  /** Another item. */
  public @Nullable Item other;

  /** An item, not described here. */
  public @Nullable List<Item> items;

  /** Items by name. */
  public @Nullable Map<String, Item> itemsByName;

  /** Names of all kinds. */
  public @Nullable Name alias;

  /** A name of a type of a type. */
  public @Enum({"a", "b"}) @Nullable Name otherName;

  /** A name that is limited here as its type is. */
  public @MinLength(1) @Nullable Name sameLimit;

  /** A name with another pattern here. */
  public @Pattern("^x") @Nullable Name otherPattern;

  public @Nullable String undescribed;

  public @Nullable Item undescribedItem;

  /**
   * The first line of a description, the second line of it.
   *
   * <p>A paragraph: with "quotes", 'apostrophes', a # and a colon.
   *
   * <ul>
   *   <li>a list
   *   <li>of two
   * </ul>
   *
   * <p>The end.
   */
  public @Nullable String described;

  /** With a name in JSON that Java would not write. */
  public @JsonProperty("URLs") @Nullable List<String> urls;

  /** With a name in JSON that YAML would take for a truth. */
  public @Nullable Boolean yes;

  /** With signs in the name. */
  public @JsonProperty("with-dash.and_more") @Nullable String dashed;

  /** How many. */
  public @Nullable Integer size;
}

/**
 * Shapes is about types in types.
 *
 * <p>It has a status, too.
 */
@Group("corpus.example.com")
@Version("v1")
@Plural("shapes")
@Singular("shapes")
@Scale(specPath = ".spec.size", statusPath = ".status.size")
public final class Shapes extends CustomResource<ShapesSpec, ShapesStatus> implements Namespaced {}

/**
 * ShapesStatus is what was seen of shapes.
 *
 * @param observedGeneration What the generation was.
 * @param items The items that were seen.
 * @param size How many there are.
 */
record ShapesStatus(
    @Nullable Long observedGeneration, @Nullable List<Item> items, @Nullable Integer size) {}
