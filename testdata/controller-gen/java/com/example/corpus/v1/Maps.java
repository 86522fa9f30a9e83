package com.example.corpus.v1;

import dev.jop.markers.validation.MapTopology;
import dev.jop.markers.validation.MapType;
import dev.jop.markers.validation.MaxProperties;
import dev.jop.markers.validation.MinProperties;
import dev.jop.markers.validation.StructType;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Address is replaced as a whole.
 *
 * @param street The street.
 * @param town The town.
 */
@StructType(MapTopology.ATOMIC)
record Address(@Nullable String street, String town) {}

/**
 * MapsSpec has maps and the limits of maps.
 *
 * @param strings Strings by strings.
 * @param numbers Numbers by strings.
 * @param truths Truths by strings.
 * @param byName Numbers by names.
 * @param names Names by strings.
 * @param lists Lists by strings.
 * @param maps Maps by strings.
 * @param blobs Bytes by strings.
 * @param addresses Addresses by strings.
 * @param pointers Pointers to numbers by strings.
 * @param minProperties At least one.
 * @param maxProperties At most one.
 * @param atomic One map, as a whole.
 * @param granular A map, entry by entry.
 * @param address One address, as its type says.
 * @param granularPort One address, property by property.
 * @param atomicPort One port, as a whole.
 * @param home An object of two properties, as its type says.
 * @param marks Marks, as their type says.
 */
record MapsSpec(
    @Nullable Map<String, String> strings,
    @Nullable Map<String, Integer> numbers,
    @Nullable Map<String, Boolean> truths,
    @Nullable Map<String, Integer> byName,
    @Nullable Map<String, Name> names,
    @Nullable Map<String, List<String>> lists,
    @Nullable Map<String, Map<String, String>> maps,
    @Nullable Map<String, byte[]> blobs,
    @Nullable Map<String, Address> addresses,
    @Nullable Map<String, Long> pointers,
    @MinProperties(1) @Nullable Map<String, String> minProperties,
    @MaxProperties(1) @Nullable Map<String, String> maxProperties,
    @MapType(MapTopology.ATOMIC) @Nullable Map<String, String> atomic,
    @MapType(MapTopology.GRANULAR) @Nullable Map<String, String> granular,
    @Nullable Address address,
    @StructType(MapTopology.GRANULAR) @Nullable Port granularPort,
    @StructType(MapTopology.ATOMIC) @Nullable Port atomicPort,
    @Nullable Home home,
    @MinProperties(1) @MaxProperties(3) @Nullable Map<String, String> marks) {}

/**
 * Home is an address two parts of which must be there.
 *
 * @param street The street.
 * @param town The town.
 * @param door The door.
 */
@MinProperties(2)
@MaxProperties(2)
record Home(@Nullable String street, @Nullable String town, @Nullable String door) {}

/** Maps is about maps. */
@Group("corpus.example.com")
@Version("v1")
@Plural("maps")
@Singular("maps")
public final class Maps extends CustomResource<MapsSpec, Void> implements Namespaced {}
