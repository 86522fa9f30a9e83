package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.LiveThreads;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads of informers, whatever kind of thread the JVM has for them. */
class InformerThreadsTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();

  @AfterEach
  void close() {
    rest.close();
    server.close();
  }

  @Test
  void areGoneWhenTheirInformersAreClosed() {
    server.objects().putAll("a", "b");
    Await.until("those of other tests to be gone", () -> count() == 0);
    List<SharedIndexInformer<ConfigMap>> informers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      SharedIndexInformer<ConfigMap> informer =
          SharedIndexInformer.create(ListWatch.of(rest, TYPE), TYPE);
      informer.addHandler(event -> {});
      informer.start();
      informer.addHandler(event -> {});
      informers.add(informer);
    }
    Await.until("all to sync", () -> informers.stream().allMatch(Informer::hasSynced));
    assertThat(count()).as("a reflector and two handlers each").isEqualTo(150);

    informers.forEach(SharedIndexInformer::close);

    assertThat(count()).isZero();
  }

  private static int count() {
    return LiveThreads.endingWith("-" + TYPE.plural()).size();
  }
}
