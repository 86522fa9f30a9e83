package dev.jop.runtime.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodecTest {

  private final Codec codec = Codec.shared();

  @Test
  void passesOverFieldsThatTheTypeDoesNotKnow() {
    Gadget gadget = codec.decode(json("{'spec':{'size':3,'newer':[1]},'other':{}}"), Gadget.class);

    assertThat(gadget.getSpec().size()).isEqualTo(3);
  }

  @Test
  void keepsWhatTheModelsDoNotKnowInTheModels() {
    Pod pod = codec.decode(json("{'kind':'Pod','spec':{'newer':1}}"), Pod.class);

    assertThat(codec.tree(codec.encode(pod)).at("/spec/newer").asInt()).isEqualTo(1);
  }

  @Test
  void saysWhichFieldOfWhichObjectDoesNotFit() {
    assertThatThrownBy(
            () ->
                codec.decode(
                    json("{'metadata':{'namespace':'n','name':'a'},'spec':{'size':'large'}}"),
                    Gadget.class))
        .isInstanceOf(CodecException.class)
        .hasMessage("cannot read Gadget n/a: spec.size: \"large\" is no int");
    assertThatThrownBy(
            () ->
                codec.decode(
                    json("{'spec':{'parts':[{'name':'a'},{'name':5}]}}"),
                    ResourceType.of(Gadget.class)))
        .hasMessage("cannot read Gadget: spec.parts[1].name: 5 is no String");
    assertThatThrownBy(() -> codec.decode(json("{'data':{'a.b':{}}}"), ConfigMap.class))
        .hasMessage("cannot read ConfigMap: data[a.b]: {} is no String");
  }

  @Test
  void keepsItsMessagesOnOneLineHoweverTheObjectIsNamed() {
    String text = "\\nERROR all is lost \\u009b\\u2028" + "x".repeat(100_000);

    assertThatThrownBy(
            () ->
                codec.decode(
                    json(
                        "{'metadata':{'name':'"
                            + text
                            + "'},'spec':{'"
                            + text
                            + "':[],'size':'"
                            + text
                            + "'}}"),
                    Gadget.class))
        .message()
        .hasSizeLessThan(1000)
        .doesNotContain("\n", "\u009b", "\u2028");
    assertThatThrownBy(() -> codec.decode(json("{'data':{'" + text + "':5}}"), ConfigMap.class))
        .message()
        .hasSizeLessThan(1000)
        .doesNotContain("\n", "\u009b", "\u2028");
  }

  @Test
  void refusesWhatIsNoJsonOrMore() {
    for (String text : new String[] {"", "null", "{", "{} {}", "{'spec':{'size':NaN}}", "[]"}) {
      assertThatThrownBy(() -> codec.decode(json(text), Gadget.class))
          .as(text)
          .isInstanceOf(CodecException.class)
          .hasMessageStartingWith("cannot read Gadget: ");
    }
  }

  @Test
  void readsTheModelsOfMoreThanOneJsonType() {
    Service service =
        codec.decode(
            json("{'spec':{'ports':[{'targetPort':80},{'targetPort':'http'}]}}"), Service.class);
    Pod pod =
        codec.decode(
            json("{'spec':{'containers':[{'resources':{'limits':{'cpu':2,'memory':'1Gi'}}}]}}"),
            Pod.class);

    assertThat(service.getSpec().getPorts())
        .extracting(port -> port.getTargetPort().getValue())
        .containsExactly(80, "http");
    assertThat(pod.getSpec().getContainers().get(0).getResources().getLimits())
        .hasToString("{cpu=2, memory=1Gi}");
  }

  @Test
  void keepsNumbersOfAnySize() {
    String digits = "1234567890".repeat(20);
    byte[] json = json("{'spec':{'big':" + digits + ",'exact':1.50,'small':1e-7}}");

    GenericKubernetesResource generic = codec.decode(json, GenericKubernetesResource.class);

    assertThat((BigInteger) generic.get("spec", "big")).isEqualTo(new BigInteger(digits));
    assertThat(codec.tree(json).path("spec"))
        .hasToString("{\"big\":" + digits + ",\"exact\":1.50,\"small\":1E-7}");
  }

  @Test
  void writesNothingThatCouldBeReadOtherwiseThanItIsMeant() {
    ConfigMap map = new ConfigMap();
    map.setData(Map.of("a", "x\ud83dx"));
    assertThatThrownBy(() -> codec.encode(map))
        .isInstanceOf(CodecException.class)
        .hasMessage(
            "cannot write ConfigMap: data.a has half a surrogate pair, which is no character");
    map.setData(Map.of("\ude00", "x"));
    assertThatThrownBy(() -> codec.encode(map))
        .hasMessage(
            "cannot write ConfigMap: data[\\ude00]: the name has half a surrogate pair, which is no character");
    map.setData(Map.of("a", "\\ud83d :NaN ,Infinity 😀"));
    assertThat(codec.decode(codec.encode(map), ConfigMap.class)).isEqualTo(map);

    GenericKubernetesResource generic = new GenericKubernetesResource();
    for (Number number :
        List.of(
            Double.NEGATIVE_INFINITY,
            Float.NaN,
            new BigDecimal("1e400"),
            new BigDecimal("-1.5e309"),
            BigInteger.TEN.pow(310))) {
      generic.setAdditionalProperty("spec", List.of(1, number));
      assertThatThrownBy(() -> codec.encode(generic))
          .isInstanceOf(CodecException.class)
          .hasMessageStartingWith("cannot write GenericKubernetesResource: spec[1]: ")
          .hasMessageEndingWith(" is no number for an API server");
    }
    for (Number number : List.of(1e300, new BigDecimal("1e-400"), BigInteger.TEN.pow(305))) {
      generic.setAdditionalProperty("spec", List.of(1, number));
      assertThatCode(() -> codec.encode(generic)).doesNotThrowAnyException();
    }
  }

  @Test
  void writesCharactersBeyondTheBasicPlaneAsTheyAre() {
    ConfigMap map = new ConfigMap();
    map.setData(Map.of("😀", "a😀b"));

    assertThat(new String(codec.encode(map), StandardCharsets.UTF_8)).contains("\"😀\":\"a😀b\"");
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
