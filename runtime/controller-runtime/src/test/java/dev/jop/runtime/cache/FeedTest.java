package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a feed does on the way from a reflector to the store; no connection is made. */
class FeedTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final RestClient rest = RestClient.create(ClientConfigs.nowhere());
  private final List<String> transformed = new ArrayList<>();
  private final KindInformer informer =
      new KindInformer(TYPE, NoInformerMetrics.PROVIDER, ReflectorOptions.defaults(), idle -> {});

  @AfterEach
  void close() {
    informer.close();
    rest.close();
  }

  @Test
  @Tag("I25")
  void transformsEachObjectOfAListAndEachEventOnceBeforeItIsStored() {
    CacheOptions options =
        CacheOptions.defaults()
            .withConfig(
                config ->
                    config.withTransform(
                        object -> {
                          transformed.add(
                              object.path("kind").asString()
                                  + object.at("/metadata/resourceVersion").asString());
                          object.remove("data");
                          return object;
                        }));
    informer.setFeeds(FeedSpec.plan(rest, options, TYPE));
    Feed feed = informer.feeds().all().iterator().next();

    feed.replace(List.of(object("a", 1), object("b", 2)), "2");
    feed.put(object("a", 3));
    feed.delete(object("b", 4));

    assertThat(transformed).containsExactly("ConfigMap1", "ConfigMap2", "ConfigMap3", "ConfigMap4");
    assertThat(informer.store().all())
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.resourceVersion()).isEqualTo("3");
              assertThat(new String(stored.json(), StandardCharsets.UTF_8))
                  .doesNotContain("\"data\"");
            });
  }

  private static StoredObject object(String name, int version) {
    String json =
        """
        {"metadata":{"namespace":"n","name":"%s","uid":"u-%s","resourceVersion":"%d"},"data":{}}"""
            .formatted(name, name, version);
    return new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
