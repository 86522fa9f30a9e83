package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MisfitsTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final ObjectStore store = new ObjectStore();
  private final CountedMetrics metrics = new CountedMetrics();
  private final Misfits misfits = new Misfits(TYPE, store, metrics);

  @Test
  void reportsEachStateOfEachObjectOnce() {
    for (int times = 0; times < 3; times++) {
      report(misfit("a", 1));
      report(misfit("b", 1));
    }
    report(misfit("a", 2));

    assertThat(metrics.undecodable).hasValue(3);
  }

  @Test
  void remembersAllThatAreThereAndForgetsWhatIsGone() {
    for (int i = 0; i < 500; i++) {
      report(misfit("stays-" + i, 1));
    }
    for (int i = 0; i < 2000; i++) {
      StoredObject object = misfit("goes-" + i, 1);
      report(object);
      store.remove(object.key());
    }
    assertThat(misfits.size()).isLessThanOrEqualTo(1001);
    metrics.undecodable.set(0);

    store.all().forEach(this::report);

    assertThat(store.all()).hasSize(500);
    assertThat(metrics.undecodable).as("of those that stayed").hasValue(0);
  }

  private void report(StoredObject object) {
    CodecException why =
        catchThrowableOfType(
            CodecException.class, () -> Codec.shared().decode(object.json(), TYPE));
    misfits.report(object, why);
  }

  private StoredObject misfit(String name, int version) {
    String json =
        """
        {"metadata":{"namespace":"n","name":"%s","uid":"u","resourceVersion":"%d"},"data":7}"""
            .formatted(name, version);
    StoredObject object = new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8));
    store.put(object);
    return object;
  }
}
