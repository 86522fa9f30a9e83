package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {

  private static final Expected PODS = new Expected("v1", "Pod", false, "shop");

  @ParameterizedTest
  @CsvSource({
    "PodList, v1, v1, Pod",
    "DeploymentList, apps/v1, apps/v1, Deployment",
    "GadgetList, example.com/v1, example.com/v1, Gadget",
    "Gadgetry, example.com/v1, example.com/v1, Gadget" // a CRD may say listKind
  })
  void takesListsOfTheKind(String kind, String apiVersion, String itemVersion, String itemKind) {
    Expected expected = new Expected(itemVersion, itemKind, false, "");

    assertThatCode(() -> expected.refuseOtherList(list(kind, apiVersion)))
        .doesNotThrowAnyException();
    assertThat(expected.isNamedOddly(list(kind, apiVersion))).isEqualTo(kind.equals("Gadgetry"));
  }

  @ParameterizedTest
  @CsvSource({
    "SecretList, v1, v1, Pod",
    "PodList, v2, v1, Pod",
    "Pod, v1, v1, Pod",
    "ReplicaSetList, apps/v1, apps/v1, Deployment",
    "LeaseList, coordination.k8s.io/v1, coordination.k8s.io/v1, Gadget",
    "GadgetList, example.com/v2, example.com/v1, Gadget",
    "Gadget, example.com/v1, example.com/v1, Gadget",
    "Table, meta.k8s.io/v1, v1, Pod",
    "PartialObjectMetadataList, meta.k8s.io/v1, v1, Pod"
  })
  void refusesListsOfAnotherKind(
      String kind, String apiVersion, String itemVersion, String itemKind) {
    Expected expected = new Expected(itemVersion, itemKind, false, "");

    assertThatThrownBy(() -> expected.refuseOtherList(list(kind, apiVersion)))
        .isInstanceOf(ForeignObjectException.class)
        .hasMessage(
            "the answer is a %s of %s and no list of %s %s",
            kind, apiVersion, itemVersion, itemKind);
  }

  @Test
  void takesMetadataWhereThatIsWantedOrTheWholeObjectsOfThatKind() {
    Expected metadata = new Expected("v1", "Pod", true, "");

    assertThatCode(
            () -> {
              metadata.refuseOtherList(list("PartialObjectMetadataList", "meta.k8s.io/v1"));
              metadata.refuseOtherList(list("PodList", "v1"));
              metadata.refuseOtherKind("meta.k8s.io/v1", "PartialObjectMetadata");
              metadata.refuseOtherKind("v1", "Pod");
            })
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> metadata.refuseOtherKind("v1", "Secret"))
        .isInstanceOf(ForeignObjectException.class);
    assertThatThrownBy(() -> metadata.refuseOtherList(list("SecretList", "v1")))
        .isInstanceOf(ForeignObjectException.class);
  }

  @Test
  void refusesObjectsOfAnotherKindOrNamespace() {
    assertThatThrownBy(() -> PODS.refuseOtherKind("v1", "Secret"))
        .hasMessage("it is of another kind: v1 Secret");
    assertThatThrownBy(() -> PODS.refuseOtherKind("v2", "Pod"))
        .hasMessage("it is of another kind: v2 Pod");
    assertThatThrownBy(() -> PODS.refuseOtherKind("", ""))
        .hasMessage("it is of another kind: it does not say which");
    assertThatThrownBy(() -> PODS.refuseOtherNamespace("bank"))
        .hasMessage("it is in namespace bank, and asked for was shop");
    assertThatThrownBy(() -> PODS.refuseOtherNamespace(""))
        .hasMessage("it is in no namespace, and asked for was shop");
    assertThatCode(() -> new Expected("v1", "Pod", false, "").refuseOtherNamespace("bank"))
        .doesNotThrowAnyException();
  }

  private static ListPage list(String kind, String apiVersion) {
    return new ListPage(apiVersion, kind, "1", "");
  }
}
