package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jackson would write otherwise than a schema can say is an error at its line. */
class JacksonMisuseTest {
  private static final String TYPES =
      """
      @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) abstract class Bare {}
      @Validation(rule = "self.b > 0") record Ruled(int b) {}
      class Shouting extends tools.jackson.databind.PropertyNamingStrategies.NamingBase {
        @Override public String translate(String name) { return name + "!"; } }
      @tools.jackson.databind.annotation.JsonNaming(Shouting.class)
      record Shouted(int b) {}
      enum None {}
      sealed interface Untold permits Told {}
      record Told(int b) implements Untold {}
      """;

  private Path folder;
  private KindSource source;

  @BeforeEach
  void writeInto(@TempDir Path temporary) {
    folder = temporary;
    source = new KindSource(temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Ruled a | @JsonTypeInfo: belongs on the type itself | 11
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Untold a | @JsonTypeInfo: belongs on the type itself | 11
          @JsonRawValue String a                 | @JsonRawValue: changes the JSON in a way that the schema cannot follow | 11
          @tools.jackson.databind.annotation.JsonSerialize(as = Object.class) String a | @JsonSerialize: makes the JSON something else; say with @SchemaType | 11
          @JsonUnwrapped(prefix = "p") Ruled a   | @JsonUnwrapped: its rules do not know the names with the prefix | 11
          Bare a                                 | Bare has no variants | 11
          Shouted a                              | @JsonNaming: the names that things.Shouting makes cannot be told | 5
          None a                                 | an enum without constants accepts no value | 7
          """)
  void refusesAtItsLineWhatASchemaCannotSay(String property, String message, int line) {
    List<ManifestDiagnostic> found = source.faults(TYPES + "record Spec(\n" + property + ") {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).line()).isEqualTo(KindSource.FIRST_LINE - 1L + line);
  }

  @Test
  void refusesAnnotationsOfJackson2() throws IOException {
    Files.writeString(
        folder.resolve("JsonNaming.java"),
        "package com.fasterxml.jackson.databind.annotation; public @interface JsonNaming {}");
    assertThat(
            source.faults(
                "@com.fasterxml.jackson.databind.annotation.JsonNaming record Spec(int a) {}"))
        .extracting(ManifestDiagnostic::message)
        .containsExactly(
            "@JsonNaming: is of Jackson 2, which the client does not use; use tools.jackson's");
  }
}
