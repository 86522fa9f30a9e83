package dev.jop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.plugins.naming.Plurals;
import io.fabric8.kubernetes.api.Pluralize;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class whose plural is not written down gets it from fabric8, so both must mean the same. */
class ScaffoldedPluralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bravo",
        "Golf",
        "Safe",
        "Roof",
        "Photo",
        "Radio",
        "Stratum",
        "Album",
        "House",
        "Mouse",
        "Human",
        "Woman",
        "Child",
        "Person",
        "Box",
        "Ox",
        "Die",
        "Price",
        "Rice",
        "Money",
        "Information",
        "NetworkAttachmentDefinition",
        "PodMetric",
        "News",
        "Status",
        "Dns",
        "Bus",
        "Virus",
        "Analysis",
        "Crisis",
        "Index",
        "Matrix",
        "Quiz",
        "Day",
        "Policy",
        "Proxy",
        "Gateway",
        "Guestbook",
        "Database",
        "Cluster",
        "Queue",
        "Cache",
        "Cafe",
        "Knife",
        "Leaf",
        "Shelf",
        "Datum",
        "Series",
        "Sheep",
        "Prometheus",
        "Alias",
        "Batch",
        "Class",
        "Mesh",
        "Key",
        "Theme"
      })
  void isTheOneOfFabric8UnlessItIsSaid(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    String plural = Plurals.of(kind);

    assertThat(!Plurals.isPlain(lower, plural) || Pluralize.toPlural(lower).equals(plural))
        .as("%s: ours %s, fabric8's %s", kind, plural, Pluralize.toPlural(lower))
        .isTrue();
  }
}
