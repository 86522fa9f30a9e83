package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jop.runtime.internal.json.ObjectHead;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UndecodableObjectsTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);
  private final CodecException why =
      catchThrowableOfType(
          CodecException.class,
          () -> Codec.shared().decode("7".getBytes(StandardCharsets.UTF_8), ConfigMap.class));

  private final UndecodableObjects undecodable = new UndecodableObjects(3);

  @Test
  void reportsEachStateOfEachObjectOnce() {
    assertThat(report("a", "1")).isTrue();
    assertThat(report("a", "1")).isFalse();
    assertThat(report("b", "1")).isTrue();
    assertThat(report("a", "2")).isTrue();
    assertThat(report("a", "2")).isFalse();
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    for (int i = 0; i <= 3; i++) {
      assertThat(report("n" + i, "1")).isTrue();
    }

    assertThat(report("n1", "1")).isFalse();
    assertThat(report("n0", "1")).isTrue();
  }

  private boolean report(String name, String version) {
    return undecodable.report(TYPE, new ObjectHead("", "", "ns", name, version), why);
  }
}
