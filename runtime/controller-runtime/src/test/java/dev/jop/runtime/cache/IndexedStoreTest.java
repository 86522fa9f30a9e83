package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reflector that fills a store with indexes, without an informer. */
class IndexedStoreTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();
  private final IndexedStore<ConfigMap> store = IndexedStore.of(ConfigMap.class);
  private final Indexer<ConfigMap> indexer = store.indexer();
  private final Reflector reflector =
      Reflector.create(ListWatch.of(rest, TYPE), TYPE, store, MirroredServer.HASTY);

  @AfterEach
  void close() {
    reflector.close();
    rest.close();
    server.close();
  }

  @Test
  void holdsWhatTheReflectorBringsAndFindsItByItsIndexes() {
    server.objects().putAll("a", "b", "gone");
    indexer.addIndexers(Map.of("version", view -> List.of(view.resourceVersion())));
    reflector.start();
    Await.until("the first fetch", reflector::hasSynced);
    assertThat(indexer.indexKeys("version", "102")).containsExactly(key("b"));
    server.objects().put("b");
    server.objects().delete("a");
    Await.until("the changes", () -> reflector.lastSyncResourceVersion().equals("105"));

    server.stopListening();
    server.objects().delete("gone");
    server.objects().compact();
    server.listenAgain();

    Await.until("the fetch after it", () -> indexer.listKeys().equals(Set.of(key("b"))));
    assertThat(indexer.listIndexValues("version")).containsExactly("104");
    assertThat(indexer.byIndex(Indexer.NAMESPACE, "ns")).hasSize(1);
    assertThat(indexer.getByKey(key("b")).orElseThrow().object().getData()).containsKey("text");
  }

  @Test
  void takesViewsOfOthersMaking() {
    ConfigMap object = TestObjects.configMap("ns", "own");

    store.put(view(object));
    object.setData(Map.of());

    assertThat(indexer.getByKey(key("own")).orElseThrow().object().getData())
        .containsEntry("text", "some");
    store.delete(view(object));
    assertThat(indexer.list()).isEmpty();
  }

  /** A view that shows nothing but key and object. */
  @SuppressWarnings("unchecked")
  private static ObjectView<ConfigMap> view(ConfigMap object) {
    return (ObjectView<ConfigMap>)
        Proxy.newProxyInstance(
            IndexedStoreTest.class.getClassLoader(),
            new Class<?>[] {ObjectView.class},
            (proxy, method, arguments) ->
                method.getName().equals("key") ? ObjectKey.of(object) : object);
  }

  private static ObjectKey key(String name) {
    return ObjectKey.of("ns", name);
  }
}
