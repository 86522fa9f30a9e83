package com.example.corpus.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.JsonType;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.Minimum;
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
 * TextsSpec has strings and the limits of strings.
 *
 * @param any Any string.
 * @param minLength At least three characters.
 * @param maxLength At most five characters.
 * @param pattern Letters only.
 * @param quotes A pattern with quotes, a backslash and a colon: 'a', "b" or \d.
 * @param enumValue One of three words.
 * @param tricky Words that YAML would take for something else.
 * @param level How loud.
 * @param colour What colour.
 * @param name Its name.
 * @param shortName A short name.
 * @param bytes Bytes, in base64.
 * @param dateTime A date and a time.
 * @param date A date.
 * @param duration A duration as Go writes it.
 * @param email An address of a mailbox.
 * @param hostname A name of a host.
 * @param ipv4 An address of four bytes.
 * @param ipv6 An address of sixteen bytes.
 * @param cidr A range of addresses.
 * @param mac An address of a network card.
 * @param uuid A unique id.
 * @param uri An identifier.
 * @param base64 Bytes in base64, by their format.
 * @param password A password, which no server checks.
 * @param number A string in which an integer is written.
 */
record TextsSpec(
    @Nullable String any,
    @MinLength(3) @Nullable String minLength,
    @MaxLength(5) @Nullable String maxLength,
    @Pattern("^[A-Za-z]+$") @Nullable String pattern,
    @Pattern("^('a'|\"b\"|\\d+: #)$") @Nullable String quotes,
    @JsonProperty("enum") @Enum({"one", "two", "three"}) @Nullable String enumValue,
    @Enum({"", "true", "1", "null", "a b"}) @Nullable String tricky,
    @Nullable Level level,
    @Nullable Colour colour,
    @Nullable Name name,
    @MaxLength(8) @Nullable Name shortName,
    byte @Nullable [] bytes,
    @Format("date-time") @Nullable String dateTime,
    @Format("date") @Nullable String date,
    @Format("duration") @Nullable String duration,
    @Format("email") @Nullable String email,
    @Format("hostname") @Nullable String hostname,
    @Format("ipv4") @Nullable String ipv4,
    @Format("ipv6") @Nullable String ipv6,
    @Format("cidr") @Nullable String cidr,
    @Format("mac") @Nullable String mac,
    @Format("uuid") @Nullable String uuid,
    @Format("uri") @Nullable String uri,
    @Format("byte") @Nullable String base64,
    @Format("password") @Nullable String password,
    @Minimum(1) @SchemaType(JsonType.INTEGER) @Nullable String number) {}

/**
 * Name is the name of something.
 *
 * @param value its text
 */
@SchemaType(JsonType.STRING)
@MinLength(1)
@MaxLength(63)
@Pattern("^[a-z0-9-]+$")
record Name(@JsonValue String value) {}

/** Level says how loud. */
enum Level {
  /** Hardly heard. */
  @JsonProperty("Low")
  LOW,
  /** Heard. */
  @JsonProperty("Middle")
  MIDDLE,
  /** Too loud. */
  @JsonProperty("High")
  HIGH
}

/** Colour is one of the constants. */
enum Colour {
  /** Blue is the second. */
  @JsonProperty("blue")
  BLUE,
  /** Green is the third. */
  @JsonProperty("green")
  GREEN,
  /** Red is the first. */
  @JsonProperty("red")
  RED
}

/** Texts is about strings. */
@Group("corpus.example.com")
@Version("v1")
@Plural("texts")
@Singular("texts")
public final class Texts extends CustomResource<TextsSpec, Void> implements Namespaced {}
