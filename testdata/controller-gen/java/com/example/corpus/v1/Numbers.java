package com.example.corpus.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.JsonType;
import dev.jop.markers.validation.Maximum;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.MultipleOf;
import dev.jop.markers.validation.Pattern;
import dev.jop.markers.validation.SchemaType;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * Share is a part of a hundred.
 *
 * @param value how much
 */
@SchemaType(JsonType.INTEGER)
@Format("int32")
@Minimum(0)
@Maximum(100)
record Share(@JsonValue int value) {}

/**
 * NumbersSpec has numbers of all sizes and the limits of numbers.
 *
 * @param int32 An int of 32 bits.
 * @param int64 An int of 64 bits.
 * @param pointer A number that may be absent.
 * @param floatValue A float.
 * @param floatRange A float with limits that are not whole.
 * @param truth A truth.
 * @param minimum At least one.
 * @param maximum At most ten.
 * @param exclusiveMinimum More than minus five.
 * @param exclusiveMaximum Less than five.
 * @param multipleOf A multiple of three.
 * @param floatMultipleOf A multiple of a quarter.
 * @param enumValue One of three numbers.
 * @param large A very large limit.
 * @param huge A limit with an exponent.
 * @param declarative Limits in the words of declarative validation.
 * @param share A share with the limits of its type.
 * @param smallShare A share with narrower limits of its own.
 * @param quoted An integer that is written as a string, by another type.
 * @param formatted A format of its own.
 */
record NumbersSpec(
    @Nullable Integer int32,
    @Nullable Long int64,
    @Nullable Long pointer,
    @JsonProperty("float") @Nullable Double floatValue,
    @Minimum(-0.5) @Maximum(1.25) @Nullable Double floatRange,
    @Nullable Boolean truth,
    @Minimum(1) @Nullable Integer minimum,
    @Maximum(10) @Nullable Integer maximum,
    @Minimum(value = -5, exclusive = true) @Nullable Long exclusiveMinimum,
    @Maximum(value = 5, exclusive = true) @Nullable Long exclusiveMaximum,
    @MultipleOf(3) @Nullable Integer multipleOf,
    @MultipleOf(0.25) @Nullable Double floatMultipleOf,
    @JsonProperty("enum") @Enum({"1", "2", "5"}) @Nullable Integer enumValue,
    @Maximum(9007199254740991d) @Nullable Long large,
    @Maximum(1e+30) @Nullable Double huge,
    @Minimum(2) @Maximum(4) @Nullable Integer declarative,
    @Nullable Share share,
    @Maximum(50) @Nullable Share smallShare,
    @Pattern("^[0-9]+$") @SchemaType(JsonType.STRING) @Nullable Long quoted,
    @Format("int32") @Nullable Long formatted) {}

/** Numbers is about numbers. */
@Group("corpus.example.com")
@Version("v1")
@Plural("numbers")
@Singular("numbers")
public final class Numbers extends CustomResource<NumbersSpec, Void> implements Namespaced {}
