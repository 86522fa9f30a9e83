package dev.jop.runtime.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodecTest {

  private final Codec codec = Codec.shared();

  @Test
  void passesOverFieldsThatTheTypeDoesNotKnow() {
    Gadget gadget = codec.decode(json("{'spec':{'size':3,'newer':[1]},'other':{}}"), Gadget.class);

    assertThat(gadget.getSpec().size()).isEqualTo(3);
  }

  @Test
  void tellsWhetherTheTypeKnowsAll() {
    assertThat(codec.knowsAll(json("{'kind':'Gadget','spec':{'size':3}}"), Gadget.class)).isTrue();
    assertThat(codec.knowsAll(json("{'spec':{'size':3,'newer':1}}"), Gadget.class)).isFalse();
    assertThat(codec.knowsAll(json("{'newer':1}"), Gadget.class)).isFalse();
  }

  @Test
  void knowsAllOfTheModelsThatKeepWhatTheyDoNotKnow() {
    byte[] pod = json("{'kind':'Pod','spec':{'newer':1}}");

    assertThat(codec.knowsAll(pod, Pod.class)).isTrue();
    assertThat(codec.tree(codec.encode(codec.decode(pod, Pod.class))).at("/spec/newer").asInt())
        .isEqualTo(1);
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> codec.decode(json("{'spec':{'size':'large'}}"), Gadget.class))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("Gadget")
        .hasMessageContaining("large");
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
