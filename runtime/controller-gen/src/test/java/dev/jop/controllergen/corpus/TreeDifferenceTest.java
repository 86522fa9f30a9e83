package dev.jop.controllergen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: 1                     | a: 2                     | 0/a     | 1      | 2
          a: 1                     | a: '1'                   | 0/a     | 1      | '"1"'
          a: {b: 1}                | a: {}                    | 0/a/b   | 1      | absent
          a: {}                    | a: {b: [1]}              | 0/a/b   | absent | [1]
          a: [1]                   | a: {0: 1}                | 0/a     | [1]    | {0=1}
          a: [1, 2]                | a: [1]                   | 0/a/1   | 2      | absent
          a: [{name: x, b: 1}]     | a: [{name: x, b: 2}]     | 0/a/x/b | 1      | 2
          a: [{name: x}, {name: y}] | a: [{name: y}, {name: x}] | 0/a   | [x, y] | [y, x]
          a: null                  | a: {}                    | 0/a     | null   | {}
          """)
  void namesThePlaceAndBothSides(
      String theirs, String ours, String path, String there, String here) {
    assertThat(TreeDifference.between("f", theirs, ours))
        .containsExactly(new TreeDifference("f", path, there, here));
  }

  @Test
  void findsNoneWhereOnlyTheTextDiffers() {
    assertThat(TreeDifference.between("f", "b: [1]\na: 'x'", "{a: x, b: [1]}")).isEmpty();
  }

  @Test
  void comparesDocumentsByTheirNames() {
    String role = "{kind: Role, metadata: {name: r, namespace: n}, rules: [%s]}";
    String other = "---\n{kind: Role, metadata: {name: s}}\n---\n";
    assertThat(
            TreeDifference.between("f", other + role.formatted("a"), other + role.formatted("b")))
        .extracting(TreeDifference::path)
        .containsExactly("Role.r.n/rules/0");
  }

  @ParameterizedTest
  @CsvSource({
    "a_*.yaml, a_b.yaml, true",
    "*, a.yaml, true",
    "a_*.yaml, b_b.yaml, false",
    "a.yaml, abyaml, false",
  })
  void isExplainedByALineWhosePatternsMatch(String files, String file, boolean explained) {
    KnownDifference line = new KnownDifference(files, "**/b", "**", "absent", "so");
    assertThat(line.explains(new TreeDifference(file, "0/a/b", "x\n/y", "absent")))
        .isEqualTo(explained);
    assertThat(line.explains(new TreeDifference(file, "0/a/b/c", "x", "absent"))).isFalse();
    assertThat(line.explains(new TreeDifference(file, "0/a/b", "x", "y"))).isFalse();
  }

  @Test
  void staysWithinASegmentWithOneAsterisk() {
    KnownDifference line = new KnownDifference("f", "a/*/c", "**", "**", "so");
    assertThat(List.of("a/b/c", "a/b/b/c"))
        .filteredOn(path -> line.explains(new TreeDifference("f", path, "x", "y")))
        .containsExactly("a/b/c");
  }
}
