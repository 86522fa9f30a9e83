package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of a server that answers what a test says. */
class LiveReaderTest {

  private static final ListOptions IN_NS = ListOptions.inNamespace("ns");
  private static final ResourceType<Gadget> GADGETS = ResourceType.of(Gadget.class);

  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private RestClient rest;
  private LiveReader reader;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          queries.add(exchange.getRequestURI().getQuery());
          byte[] answer = answers.remove(0).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    rest = RestClient.create(ClientConfigs.at(url));
    reader = new LiveReader(rest);
  }

  @AfterEach
  void stop() {
    rest.close();
    server.stop(0);
  }

  @Test
  void followsPages() {
    answers.add(page("\"continue\":\"a+b=\"", item("a"), item("b")));
    answers.add(page("\"resourceVersion\":\"7\"", item("c")));

    assertThat(names(ConfigMap.class)).containsExactly("a", "b", "c");
    assertThat(queries.get(1)).contains("&continue=a+b=");
  }

  @Test
  void leavesOutAnItemThatItsTypeCannotHold() {
    String misfit = item("misfit").replace("\"data\":{}", "\"data\":7");
    answers.add(page("", item("a"), misfit, item("b")));

    assertThat(names(ConfigMap.class)).containsExactly("a", "b");
  }

  @Test
  void returnsTheOthersWhateverOneItemHolds() {
    String deep = "{\"x\":".repeat(9_000) + "1" + "}".repeat(9_000);
    String longName = "{\"" + "n".repeat(200_000) + "\":1}";
    String deepItem = item("deep").replace("\"data\":{}", "\"data\":" + deep);
    String longItem = item("long").replace("\"data\":{}", "\"data\":{},\"x\":" + longName);
    String deepFields =
        item("fields").replace("{\"name\"", "{\"managedFields\":[" + deep + "],\"name\"");
    answers.add(page("", item("a"), deepItem, longItem, deepFields, item("b")));

    assertThat(names(ConfigMap.class)).contains("a", "b").doesNotContain("deep");
  }

  @Test
  void takesAnEmptyListAndOneWithoutAVersion() {
    answers.add(
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":null}");
    answers.add("{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}");

    assertThat(names(ConfigMap.class)).isEmpty();
    assertThat(names(ConfigMap.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html>a page of a proxy</html>",
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Success\"}",
        "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{}}",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[{",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[\"x\"]}",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":"
            + "[{\"metadata\":{\"name\":\"x\",\"namespace\":\"victim\"}}]}",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":"
            + "[{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\",\"namespace\":\"ns\"}}]}",
        "{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{},\"items\":[]}"
      })
  void refusesWhatIsNoListOfTheKindInTheNamespace(String answer) {
    answers.add(answer);

    assertThatThrownBy(() -> names(ConfigMap.class))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("the answer to \"list configmaps\" is not usable: ");
  }

  @Test
  void refusesAPageThatLeadsToItself() {
    String page =
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"continue\":\"x\"},\"items\":[]}";
    answers.add(page);
    answers.add(page);
    assertThatThrownBy(() -> names(ConfigMap.class)).hasMessageContaining("the same page");
  }

  @Test
  void takesAListThatACrdNamesOtherwiseIfItsItemsSayWhatTheyAre() {
    String list =
        "{\"kind\":\"GadgetryList\",\"apiVersion\":\"test.jop.dev/v1\",\"metadata\":{},\"items\":[%s]}";
    String gadget =
        "{\"kind\":\"Gadget\",\"apiVersion\":\"test.jop.dev/v1\",\"metadata\":{\"name\":\"g\",\"namespace\":\"ns\"}}";
    answers.add(list.formatted(gadget));
    answers.add(list.formatted(gadget.replace("\"Gadget\"", "\"Widget\"")));
    answers.add(list.formatted(gadget.replace("\"kind\":\"Gadget\",", "")));

    assertThat(names(Gadget.class)).containsExactly("g");
    assertThatThrownBy(() -> names(Gadget.class)).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> names(Gadget.class)).isInstanceOf(ApiException.class);
  }

  @Test
  void readsMetadataAloneAndKindsWithoutAType() {
    String metadata =
        "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"name\":\"m\",\"namespace\":\"ns\"}}";
    answers.add(
        "{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{},\"items\":["
            + metadata
            + "]}");
    answers.add(page("", item("a")));

    assertThat(reader.list(GADGETS.asMetadata(), IN_NS))
        .extracting(found -> found.getKind() + " " + found.getMetadata().getName())
        .containsExactly("Gadget m");
    ResourceType<GenericKubernetesResource> generic =
        ResourceType.generic(GroupVersionKind.of("v1", "ConfigMap"), "configmaps", true);
    assertThat(reader.list(generic, IN_NS))
        .extracting(found -> found.getApiVersion() + " " + found.getKind())
        .containsExactly("v1 ConfigMap");
  }

  private <T extends HasMetadata> List<String> names(Class<T> type) {
    return reader.list(type, IN_NS).stream().map(o -> o.getMetadata().getName()).toList();
  }

  private static String item(String name) {
    return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"ns\"},\"data\":{}}";
  }

  private static String page(String metadata, String... items) {
    return "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{"
        + metadata
        + "},\"items\":["
        + String.join(",", items)
        + "]}";
  }
}
