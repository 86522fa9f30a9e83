package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredObjectTest {

  @Test
  void knowsTheMetadata() {
    StoredObject object =
        parse(
            """
            {"kind":"Pod","spec":{"metadata":{"name":"not this"}},"metadata":{"name":"web",
             "namespace":"shop","uid":"u-1","resourceVersion":"42","generation":7,
             "labels":{"app":"web","quoted":"a\\"b\\u00fc"},"annotations":{"note":"n"},
             "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"rs","uid":"u-0",
               "controller":true,"blockOwnerDeletion":true}],
             "deletionTimestamp":"2026-01-01T00:00:00Z"}}
            """);

    assertThat(object.key()).isEqualTo(ObjectKey.of("shop", "web"));
    assertThat(object.uid()).isEqualTo("u-1");
    assertThat(object.resourceVersion()).isEqualTo("42");
    assertThat(object.generation()).isEqualTo(7);
    assertThat(object.isDeleting()).isTrue();
    assertThat(object.labels()).isEqualTo(Map.of("app", "web", "quoted", "a\"bü"));
    assertThat(object.annotations()).isEqualTo(Map.of("note", "n"));
    assertThat(object.owners())
        .isEqualTo(List.of(new Owner("apps/v1", "ReplicaSet", "rs", "u-0", true)));
  }

  @Test
  void findsIdAndVersionBehindManagedFieldsThatAreLeftOut() {
    StoredObject object =
        parse(
            "{\"metadata\":{\"uid\":\"u\",\"managedFields\":[{\"a\":{}}],\"name\":\"x\","
                + "\"resourceVersion\":\"7\"}}");

    assertThat(object.uid()).isEqualTo("u");
    assertThat(object.resourceVersion()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"metadata\":{\"managedFields\":[{\"a\":{}}],\"name\":\"x\"}}",
        "{\"metadata\":{\"name\":\"x\",\"managedFields\":[{\"a\":{}}]}}",
        "{\"metadata\":{\"name\":\"x\",\"managedFields\":[],\"uid\":\"u\"}}"
      })
  void keepsNoManagedFields(String json) {
    String kept = new String(parse(json).json(), StandardCharsets.UTF_8);

    assertThat(kept).doesNotContain("managedFields").isEqualTo(withoutManagedFields(json));
  }

  @Test
  void keepsTheRestByteForByte() {
    String json = "{ \"metadata\" : {\"name\":\"x\"} , \"data\":{\"k\":\"é 日本 😀\"}}";

    assertThat(new String(parse(json).json(), StandardCharsets.UTF_8)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{\"metadata\":{}}", "[]", "{\"metadata\":{\"name\":\"x\"", "\"text\""})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesNullsForAbsent() {
    StoredObject object =
        parse(
            "{\"metadata\":{\"name\":\"x\",\"labels\":null,\"ownerReferences\":null,"
                + "\"annotations\":null,\"deletionTimestamp\":null}}");

    assertThat(object.labels()).isEmpty();
    assertThat(object.annotations()).isEmpty();
    assertThat(object.owners()).isEmpty();
    assertThat(object.isDeleting()).isFalse();
  }

  @Test
  void readsNamesAndIdsThatHoldEscapes() {
    StoredObject object =
        parse(
            """
            {"metadata":{"name":"a\\u002db","namespace":"shop\\u002d1","uid":"u\\"\\\\",
             "resourceVersion":"4\\u0032"}}
            """);

    assertThat(object.key()).isEqualTo(ObjectKey.of("shop-1", "a-b"));
    assertThat(object.uid()).isEqualTo("u\"\\");
    assertThat(object.resourceVersion()).isEqualTo("42");
  }

  @Test
  void takesNullIdsForAbsent() {
    StoredObject object =
        parse(
            "{\"metadata\":{\"name\":\"x\",\"namespace\":null,\"uid\":null,"
                + "\"resourceVersion\":null,\"generation\":null}}");

    assertThat(object.key()).isEqualTo(ObjectKey.of("x"));
    assertThat(object.uid()).isEmpty();
    assertThat(object.resourceVersion()).isEmpty();
    assertThat(object.generation()).isZero();
  }

  @Test
  void holdsObjectsOfThreeMegabytesAndOfManyLevels() {
    String large = "{\"metadata\":{\"name\":\"x\"},\"data\":\"" + "é\\n".repeat(750_000) + "\"}";
    String deep =
        "{\"spec\":"
            + "[".repeat(100_000)
            + "]".repeat(100_000)
            + ",\"metadata\":{\"name\":\"x\"}}";

    assertThat(new String(parse(large).json(), StandardCharsets.UTF_8)).isEqualTo(large);
    assertThat(parse(deep).key()).isEqualTo(ObjectKey.of("x"));
  }

  private static String withoutManagedFields(String json) {
    return json.replaceAll("\"managedFields\":\\[[^\\]]*\\],|,\"managedFields\":\\[[^\\]]*\\]", "");
  }

  private static StoredObject parse(String json) {
    return new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
