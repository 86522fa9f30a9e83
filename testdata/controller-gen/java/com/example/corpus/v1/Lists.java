package com.example.corpus.v1;

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.EmbeddedResource;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.JsonType;
import dev.jop.markers.validation.ListTopology;
import dev.jop.markers.validation.ListType;
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
import dev.jop.markers.validation.Required;
import dev.jop.markers.validation.SchemaType;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port is a port with a name.
 *
 * @param name The name of the port.
 * @param protocol The protocol of the port.
 * @param number The number of the port.
 */
record Port(
    String name,
    @Required @Default("TCP") String protocol,
    @Minimum(1) @Maximum(65535) int number) {}

/**
 * ListsSpec has lists and the limits of lists and of their items.
 *
 * @param strings Any strings.
 * @param numbers Any numbers.
 * @param truths Any truths.
 * @param pointers Pointers to strings.
 * @param nested Lists of lists.
 * @param maps Lists of maps.
 * @param blobs Lists of bytes.
 * @param ports Ports.
 * @param minItems At least two.
 * @param maxItems At most two.
 * @param declarative At most two, in the words of declarative validation.
 * @param uniqueItems Not unique, which is all that the API server allows to say.
 * @param atomic One list, as a whole.
 * @param set A set.
 * @param map A map by one key.
 * @param mapOfTwo A map by two keys.
 * @param names Names, as their type says.
 * @param itemLength Items of limited length.
 * @param itemPattern Items of lower case letters.
 * @param itemRange Items of a range.
 * @param itemOpenRange Items of a range without its ends.
 * @param itemMultipleOf Even items.
 * @param itemEnum Items of a list of words.
 * @param itemFormat Items of a format.
 * @param itemType Items of another type.
 * @param itemItems Lists of one to two items.
 * @param itemProperties Maps of one to two properties.
 * @param itemRules Items that have rules.
 * @param itemUnknown Items that keep what nobody knows.
 * @param itemResources Items that are whole resources.
 */
record ListsSpec(
    @Nullable List<String> strings,
    @Nullable List<Long> numbers,
    @Nullable List<Boolean> truths,
    @Nullable List<String> pointers,
    @Nullable List<List<String>> nested,
    @Nullable List<Map<String, Integer>> maps,
    @Nullable List<byte[]> blobs,
    @Nullable List<Port> ports,
    @MinItems(2) @Nullable List<String> minItems,
    @MaxItems(2) @Nullable List<String> maxItems,
    @MaxItems(2) @Nullable List<String> declarative,
    @Nullable List<String> uniqueItems,
    @ListType(ListTopology.ATOMIC) @Nullable List<String> atomic,
    @ListType(ListTopology.SET) @Nullable List<String> set,
    @ListType(value = ListTopology.MAP, keys = "name") @Nullable List<Port> map,
    @ListType(
            value = ListTopology.MAP,
            keys = {"name", "protocol"})
        @Nullable List<Port> mapOfTwo,
    @MaxItems(3) @Nullable Set<Name> names,
    @Nullable List<@MinLength(2) @MaxLength(4) String> itemLength,
    @Nullable List<@Pattern("^[a-z]+$") String> itemPattern,
    @Nullable List<@Minimum(1) @Maximum(9) Integer> itemRange,
    @Nullable
        List<@Minimum(value = 1, exclusive = true) @Maximum(value = 9, exclusive = true) Integer>
        itemOpenRange,
    @Nullable List<@MultipleOf(2) Integer> itemMultipleOf,
    @Nullable List<@Enum({"a", "b"}) String> itemEnum,
    @Nullable List<@Format("ipv4") String> itemFormat,
    @Nullable List<@Pattern("^[0-9]+$") @SchemaType(JsonType.STRING) Integer> itemType,
    @Nullable List<@MinItems(1) @MaxItems(2) List<String>> itemItems,
    @Nullable List<@MinProperties(1) @MaxProperties(2) Map<String, String>> itemProperties,
    @MaxItems(16)
        @Nullable
            List<
                @MaxLength(16)
                @Validation(rule = "self.startsWith('x')", message = "must start with x") String>
            itemRules,
    @Nullable List<@PreserveUnknownFields Port> itemUnknown,
    @Nullable List<@EmbeddedResource RawExtension> itemResources) {}

/** Lists is about lists. */
@Group("corpus.example.com")
@Version("v1")
@Plural("lists")
@Singular("lists")
public final class Lists extends CustomResource<ListsSpec, Void> implements Namespaced {}
