package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'Pod','apiVersion':'v1','metadata':{'name':'x'}} | {'metadata':{'name':'x'}}",
        "{ 'apiVersion' : 'v1' , 'metadata' : {'name':'x'} } | { 'metadata' : {'name':'x'} }",
        "{'kind':null,'metadata':{'name':'x','uid':'u'},'a':1} | {'metadata':{'name':'x','uid':'u'},'a':1}",
        "{'apiVersion':'v1','data':1,'kind':'Pod','metadata':{'name':'x'}}"
            + " | {'data':1,'kind':'Pod','metadata':{'name':'x'}}",
        "{'kind':'Pod','metadata':{'managedFields':[],'name':'x','uid':'u'},'kind':'Pod'}"
            + " | {'metadata':{'name':'x','uid':'u'},'kind':'Pod'}",
        "{'kind':'Pod','metadata':{'name':'x','managedFields':[1],'uid':'u'}}"
            + " | {'metadata':{'name':'x','uid':'u'}}"
      })
  void leavesOutWhatAnObjectSaysOfItsKindAtItsBegin(String json, String stored) {
    StoredObject object = new ObjectParser().parse(bytes(json));

    assertThat(object.json()).asString().isEqualTo(stored.replace('\'', '"'));
    assertThat(object.uid()).isEqualTo(stored.contains("uid") ? "u" : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'Secret','apiVersion':'v1','metadata':{'name':'x'}}",
        "{'apiVersion':'v1','data':1,'kind':'Secret','metadata':{'name':'x'}}",
        "{'kind':'ConfigMap','apiVersion':'v2','metadata':{'name':'x'}}",
        "{'kind':'ConfigMap','metadata':{'name':'x'}}",
        "{'metadata':{'name':'x'},'kind':'Secret'}"
      })
  @Tag("I14")
  void refusesObjectsOfAnotherKind(String json) {
    ObjectParser parser = new ObjectParser(GroupVersionKind.of("v1", "ConfigMap"), false);

    assertThatThrownBy(() -> parser.parse(bytes(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is of another kind");
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
