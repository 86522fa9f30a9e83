package com.example.corpus.v1;

import dev.jop.markers.validation.EmbeddedResource;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.JsonType;
import dev.jop.markers.validation.ListTopology;
import dev.jop.markers.validation.ListType;
import dev.jop.markers.validation.MapTopology;
import dev.jop.markers.validation.MapType;
import dev.jop.markers.validation.MaxItems;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MaxProperties;
import dev.jop.markers.validation.Maximum;
import dev.jop.markers.validation.MinItems;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.MinProperties;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.MultipleOf;
import dev.jop.markers.validation.Pattern;
import dev.jop.markers.validation.PreserveUnknownFields;
import dev.jop.markers.validation.Reason;
import dev.jop.markers.validation.SchemaType;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Step is an even number between two others. */
@SchemaType(JsonType.INTEGER)
@Format("int64")
@Minimum(value = 0, exclusive = true)
@Maximum(value = 10, exclusive = true)
@MultipleOf(2)
final class Step {}

/** Moment is a moment. */
@SchemaType(JsonType.STRING)
@Format("date-time")
final class Moment {}

/** Digits is a number that is written as a string. */
@SchemaType(JsonType.STRING)
@Pattern("^[0-9]+$")
final class Digits {}

/** Word is a word with a rule. */
@SchemaType(JsonType.STRING)
@MaxLength(10)
@Validation(rule = "self != 'no'", message = "must not be no")
final class Word {}

/** Amount is a number or a percentage. */
@SchemaType(JsonType.INT_OR_STRING)
@Pattern("^[0-9]+%?$")
final class Amount {}

/**
 * Loose keeps what it does not know.
 *
 * @param name A name.
 */
@PreserveUnknownFields
record Loose(String name) {}

/** Whole is a whole resource. */
@SchemaType(JsonType.OBJECT)
@EmbeddedResource
@PreserveUnknownFields
final class Whole {}

/**
 * KindsSpec has types of which all is said where they are declared.
 *
 * @param step A step.
 * @param moment A moment.
 * @param digits Digits.
 * @param word A word.
 * @param words Words.
 * @param amount An amount.
 * @param loose Loose.
 * @param whole A whole resource.
 * @param doors Doors.
 * @param gates Gates.
 * @param table A table.
 * @param shortWords Short words.
 * @param letters Letters.
 * @param addresses Addresses.
 * @param steps Steps.
 * @param numerals Numerals.
 * @param rows Rows.
 * @param tags Tags.
 * @param parcels Parcels.
 * @param resources Resources.
 * @param amounts Amounts.
 * @param percentages Amounts, as is said here.
 */
record KindsSpec(
    @Nullable Step step,
    @Nullable Moment moment,
    @Nullable Digits digits,
    @Nullable Word word,
    @MaxItems(10) @Nullable List<Word> words,
    @Nullable Amount amount,
    @Nullable Loose loose,
    @Nullable Whole whole,
    @ListType(value = ListTopology.MAP, keys = "name") @MinItems(1) @Nullable List<Port> doors,
    @ListType(
            value = ListTopology.MAP,
            keys = {"name", "protocol"})
        @Nullable List<Port> gates,
    @MapType(MapTopology.ATOMIC) @Nullable Map<String, String> table,
    @MaxItems(4)
        @Nullable
            List<
                @MinLength(2) @MaxLength(4) @Pattern("^[a-z]+$")
                @Validation(
                    rule = "self != 'no'",
                    message = "must not be no",
                    reason = Reason.FORBIDDEN)
                String>
            shortWords,
    @Nullable List<@Enum({"a", "b"}) String> letters,
    @Nullable List<@Format("ipv4") String> addresses,
    @Nullable
        List<
            @Minimum(value = 0, exclusive = true) @Maximum(value = 10, exclusive = true)
            @MultipleOf(2) Integer>
        steps,
    @Nullable List<@SchemaType(JsonType.STRING) Integer> numerals,
    @Nullable List<@MinItems(1) @MaxItems(2) List<String>> rows,
    @Nullable List<@MinProperties(1) @MaxProperties(2) Map<String, String>> tags,
    @Nullable List<@PreserveUnknownFields Part> parcels,
    @Nullable List<@EmbeddedResource RawExtension> resources,
    @Nullable List<IntOrString> amounts,
    @Nullable List<@Pattern("^[0-9]+%?$") IntOrString> percentages) {}

/** Kinds is about what is said of types where they are declared. */
@Group("corpus.example.com")
@Version("v1")
@Plural("kinds")
@Singular("kinds")
public final class Kinds extends CustomResource<KindsSpec, Void> implements Namespaced {}
