package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

  /** What is read of a header; several warnings with a bar between them. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "299 - \"text\";299 - text",
        "  299   agent   \"text\"  ;299 agent text",
        "299 - \"\";`299 - `",
        "299 - \"a \\\"quoted\\\" \\\\ \\x\";299 - a \"quoted\" \\ x",
        "299 - \"a\", 299 - \"b\";299 - a|299 - b",
        "299 - \"a\" \"Sat, 28 Nov 2026 00:00:00 GMT\", 299 - \"b\";299 - a|299 - b",
        "299 - \"a\" x;``",
        "299 - \"a\", nonsense;299 - a",
        "299 - \"a;``",
        "299 - a;``",
        "299 \"a\";``",
        "29 - \"a\";``",
        "2990 - \"a\";``",
        "299;``",
        "``;``",
        "299 - \"grün\u0085\u001b\u202e\";299 - grün\\u0085\\u001b\\u202e"
      })
  void readsWhatCanBeRead(String header, String read) {
    List<String> warnings = new ArrayList<>();
    byte[] bytes = header.getBytes(StandardCharsets.UTF_8);

    Warnings.read(
        List.of(new String(bytes, StandardCharsets.ISO_8859_1)),
        (code, agent, text) -> warnings.add(code + " " + agent + " " + text));

    assertThat(String.join("|", warnings)).isEqualTo(read);
  }
}
