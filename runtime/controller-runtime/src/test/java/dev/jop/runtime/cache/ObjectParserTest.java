package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.internal.json.Expected;
import dev.jop.runtime.internal.json.ForeignObjectException;
import dev.jop.runtime.meta.ObjectKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    ObjectParser parser = new ObjectParser(new Expected("v1", "ConfigMap", false, ""), false);
    ObjectParser ofMetadata = new ObjectParser(new Expected("v1", "ConfigMap", true, ""), false);

    assertThatThrownBy(() -> parser.parse(bytes(json)))
        .isInstanceOf(ForeignObjectException.class)
        .hasMessageStartingWith("it is of another kind");
    assertThatThrownBy(() -> ofMetadata.parse(bytes(json)))
        .isInstanceOf(ForeignObjectException.class);
  }

  @Test
  @Tag("I14")
  void takesMetadataAloneOnlyWhereThatIsWanted() {
    byte[] json =
        bytes(
            "{'kind':'PartialObjectMetadata','apiVersion':'meta.k8s.io/v1','metadata':{'name':'x'}}");
    byte[] whole = bytes("{'kind':'ConfigMap','apiVersion':'v1','metadata':{'name':'x'}}");
    ObjectParser ofMetadata = new ObjectParser(new Expected("v1", "ConfigMap", true, ""), false);
    ObjectParser ofObjects = new ObjectParser(new Expected("v1", "ConfigMap", false, ""), false);

    assertThat(ofMetadata.parse(json).key().name()).isEqualTo("x");
    assertThat(ofMetadata.parse(whole).key().name()).isEqualTo("x");
    assertThatThrownBy(() -> ofObjects.parse(json)).isInstanceOf(ForeignObjectException.class);
  }

  @Test
  void refusesObjectsOfAnotherNamespace() {
    ObjectParser parser = new ObjectParser(new Expected("v1", "ConfigMap", false, "shop"), false);

    assertThat(parser.parse(bytes("{'metadata':{'name':'x','namespace':'shop'}}")).key())
        .isEqualTo(ObjectKey.of("shop", "x"));
    assertThatThrownBy(() -> parser.parse(bytes("{'metadata':{'name':'x','namespace':'bank'}}")))
        .isInstanceOf(ForeignObjectException.class)
        .hasMessage("it is in namespace bank, and asked for was shop");
    assertThatThrownBy(() -> parser.parse(bytes("{'metadata':{'name':'x'}}")))
        .isInstanceOf(ForeignObjectException.class);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
