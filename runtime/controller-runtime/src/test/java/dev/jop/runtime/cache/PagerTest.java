package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of a CRD that names its lists in its own way: only their items tell what they are. */
class PagerTest {

  private static final String GADGET =
      "{\"kind\":\"Gadget\",\"apiVersion\":\"example.com/v1\",\"metadata\":{\"name\":\"g\"}}";

  private volatile String answer = "";
  private HttpServer server;
  private RestClient rest;
  private Pager pager;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          MisbehavingServer.send(exchange, 200, answer);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    rest = RestClient.create(ClientConfigs.at(url));
    ListWatch source =
        ListWatch.of(
            rest,
            ResourceType.generic(GroupVersionKind.of("example.com/v1", "Gadget"), "gadgets", true));
    pager =
        new Pager(
            source,
            new ObjectParser(source.expected(), false),
            new Unreadable(source.type(), new CountedMetrics()),
            Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    rest.close();
    server.stop(0);
  }

  @Test
  void takesOneWhoseItemsSayWhatTheyAreAndThenAnEmptyOneOfThatName() throws InterruptedException {
    answer = list("GadgetryList", GADGET);
    assertThat(list("7")).hasSize(1);

    answer = list("GadgetryList", "");
    assertThat(list("7")).isEmpty();
    assertThatThrownBy(
            () -> {
              answer = list("WidgetList", "");
              list("7");
            })
        .isInstanceOf(ApiException.class)
        .hasMessage(
            "cannot list gadgets: the answer is an empty WidgetList, which may be of another kind");
  }

  @Test
  void takesAnEmptyOneThatNobodyHasVouchedForOnlyIfNothingWasThereBefore()
      throws InterruptedException {
    answer = list("GadgetryList", "");

    assertThatThrownBy(() -> list("7")).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> list("")).isInstanceOf(ApiException.class);
    assertThat(list("0")).isEmpty();
    answer = list("GadgetList", "");
    assertThat(list("7")).isEmpty();
  }

  @Test
  void refusesItemsThatAreOfAnotherKindOrDoNotSay() {
    answer = list("GadgetryList", GADGET.replace("\"Gadget\"", "\"Widget\""));
    assertThatThrownBy(() -> list("0")).hasMessageContaining("of another kind");

    answer = list("GadgetryList", GADGET + ",{\"metadata\":{\"name\":\"h\"}}");
    assertThatThrownBy(() -> list("0")).hasMessageContaining("do not say of which kind they are");
  }

  private List<StoredObject> list(String version) throws InterruptedException {
    List<StoredObject> objects = new ArrayList<>();
    assertThat(pager.list(version, objects)).isEqualTo("9");
    return objects;
  }

  private static String list(String kind, String items) {
    return "{\"apiVersion\":\"example.com/v1\",\"items\":["
        + items
        + "],\"kind\":\""
        + kind
        + "\",\"metadata\":{\"resourceVersion\":\"9\"}}";
  }
}
