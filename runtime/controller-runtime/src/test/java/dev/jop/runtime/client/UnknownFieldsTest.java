package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.scheme.Codec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnknownFieldsTest {

  @Test
  void keepsAnUnknownFieldBesideAChangedOne() {
    assertThat(restore("{'size':1,'new':{'x':1}}", "{'size':1}", "{'size':2}"))
        .isEqualTo(json("{'size':2,'new':{'x':1}}"));
  }

  @Test
  void keepsUnknownFieldsDeepInside() {
    assertThat(
            restore(
                "{'spec':{'a':{'b':1,'new':1}}}",
                "{'spec':{'a':{'b':1}}}",
                "{'spec':{'a':{'b':2}}}"))
        .isEqualTo(json("{'spec':{'a':{'b':2,'new':1}}}"));
  }

  @Test
  void doesNotBringBackAFieldThatTheProgramRemoved() {
    assertThat(restore("{'size':1,'new':1}", "{'size':1}", "{}")).isEqualTo(json("{'new':1}"));
  }

  @Test
  void dropsWhatIsUnknownInsideAnObjectThatTheProgramRemoved() {
    assertThat(restore("{'a':{'b':1,'new':1}}", "{'a':{'b':1}}", "{}")).isEqualTo(json("{}"));
  }

  @Test
  void followsAnElementThatMoved() {
    assertThat(
            restore(
                "[{'v':1,'new':1},{'v':2,'new':2}]",
                "[{'v':1},{'v':2}]",
                "[{'v':2},{'v':1},{'v':3}]"))
        .isEqualTo(json("[{'v':2,'new':2},{'v':1,'new':1},{'v':3}]"));
  }

  @Test
  void followsAChangedElementByItsName() {
    assertThat(
            restore(
                "[{'name':'a','new':1},{'name':'b','image':'x','new':2}]",
                "[{'name':'a'},{'name':'b','image':'x'}]",
                "[{'name':'b','image':'y'}]"))
        .isEqualTo(json("[{'name':'b','image':'y','new':2}]"));
  }

  @Test
  void followsAChangedElementByItsPlaceInAListAsLongAsBefore() {
    assertThat(restore("[{'v':1,'new':1}]", "[{'v':1}]", "[{'v':2}]"))
        .isEqualTo(json("[{'v':2,'new':1}]"));
  }

  private static JsonNode restore(String read, String known, String changed) {
    return UnknownFields.restore(json(read), json(known), json(changed));
  }

  private static JsonNode json(String text) {
    return Codec.shared().tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
