package dev.jop.plugins.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {

  @ParameterizedTest
  @CsvSource({
    "Guestbook, guestbooks",
    "FirstMate, firstmates",
    "Policy, policies",
    "Gateway, gateways",
    "Ingress, ingresses",
    "Proxy, proxies",
    "Box, boxes",
    "Switch, switches",
    "Mesh, meshes",
    "Child, children",
    "ChildIndex, childindices",
    "Human, humans",
    "Status, statuses",
    "Endpoints, endpoints",
    "Fish, fish",
    "Analysis, analyses",
    "URL, urls",
    "HTTPProxy, httpproxies",
    "Y, ys",
    "Memcached, memcacheds"
  })
  void bendsTheLastWord(String kind, String plural) {
    assertThat(Plurals.of(kind)).isEqualTo(plural);
  }
}
