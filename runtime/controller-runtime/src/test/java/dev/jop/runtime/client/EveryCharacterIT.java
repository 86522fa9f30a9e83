package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All of Unicode goes to the API server and comes back, however it is written. */
class EveryCharacterIT {

  private static final int BATCH_CHARS = 150_000;

  private final Client client = TestServer.client();
  private final FieldOwner owner = FieldOwner.of("every-character").withForce();

  @BeforeAll
  static void installKind() {
    Anything.install();
  }

  @Test
  void isKeptInNamesAndValuesByApplyCreateAndUpdate() {
    String namespace = TestServer.namespace();
    int count = 0;
    GenericKubernetesResource updated =
        Anything.generic(ObjectKey.of(namespace, "updated"), Map.of());
    updated = client.create(updated);
    for (Map<String, Object> spec : batches()) {
      count++;
      GenericKubernetesResource created =
          client.create(Anything.generic(ObjectKey.of(namespace, "created"), spec));
      GenericKubernetesResource applied =
          client.apply(Anything.generic(ObjectKey.of(namespace, "applied"), spec), owner);
      updated.setAdditionalProperty("spec", spec);
      updated = client.update(updated);

      for (GenericKubernetesResource answer : List.of(created, applied, updated)) {
        assertSame(answer, spec);
      }
      assertSame(client.get(Anything.GENERIC, ObjectKey.of(applied)).orElseThrow(), spec);
      client.delete(created);
    }
    assertThat(count).isGreaterThan(30);
    client.delete(updated);
    client.delete(Anything.generic(ObjectKey.of(namespace, "applied"), Map.of()));
  }

  @Test
  void isKeptInTheTextOfAConfigMap() {
    String namespace = TestServer.namespace();
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= 0xFFFF; c++) {
      if (isCharacter(c)) {
        text.append(c == 0 ? "" : " ").appendCodePoint(c).append("\n ").appendCodePoint(c);
      }
    }
    ConfigMap wanted =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("text")
            .endMetadata()
            .withData(Map.of("all", text.toString()))
            .build();

    ConfigMap applied = client.apply(wanted, owner);
    assertThat(applied.getData()).isEqualTo(wanted.getData());
    client.delete(applied);
    assertThat(client.create(wanted).getData()).isEqualTo(wanted.getData());
  }

  private void assertSame(GenericKubernetesResource answer, Map<String, Object> spec) {
    Map<String, Object> read = answer.get("spec");
    if (!spec.equals(read)) { // AssertJ would print all of it
      spec.forEach((name, value) -> assertThat(read.get(name)).as(name).isEqualTo(value));
      assertThat(read.keySet()).isEqualTo(spec.keySet());
    }
  }

  /** Specs with every character in names and values, in every place of them. */
  private static List<Map<String, Object>> batches() {
    List<Map<String, Object>> batches = new ArrayList<>();
    Map<String, Object> batch = new LinkedHashMap<>();
    StringBuilder many = new StringBuilder();
    int chars = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (!isCharacter(c)) {
        continue;
      }
      String s = Character.toString(c);
      many.append(s).append(' ').append(s).append('\n').append(s);
      if (c <= 0xFFFF || (c & 0xFFFF) >= 0xFFFE) {
        batch.put(s, "\n" + s + "\n");
        batch.put(" " + s + " ", "a" + s + " \n " + s);
        batch.put("a" + s + "b", s);
        chars += 60;
      }
      if (many.length() > 500) {
        batch.put(many.toString(), many + " ");
        chars += 2 * many.length();
        many.setLength(0);
      }
      if (chars > BATCH_CHARS) {
        batches.add(batch);
        batch = new LinkedHashMap<>();
        chars = 0;
      }
    }
    batch.put(many.toString(), many + " ");
    batches.add(batch);
    return batches;
  }

  private static boolean isCharacter(int codePoint) {
    return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
  }
}
