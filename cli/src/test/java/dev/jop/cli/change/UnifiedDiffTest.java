package dev.jop.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  @Test
  void showsANewFile() {
    assertThat(UnifiedDiff.of(Change.create("a.txt", "one\ntwo\n")))
        .isEqualTo("--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1,2 @@\n+one\n+two\n");
  }

  @Test
  void showsADeletedFile() {
    assertThat(UnifiedDiff.of(Change.delete("a.txt", "one\n")))
        .isEqualTo("--- a/a.txt\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-one\n");
  }

  @Test
  void showsChangesWithThreeLinesAroundThem() {
    String before = numbers(1, 20);
    String after = before.replace("\n5\n", "\nfive\n").replace("\n17\n", "\n");

    assertThat(UnifiedDiff.of(Change.update("a.txt", before, after)))
        .isEqualTo(
            """
            --- a/a.txt
            +++ b/a.txt
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            @@ -14,7 +14,6 @@
             14
             15
             16
            -17
             18
             19
             20
            """);
  }

  @Test
  void joinsChangesThatAreNear() {
    String before = numbers(1, 20);
    String after = before.replace("\n8\n", "\neight\n").replace("\n12\n", "\ntwelve\n");

    assertThat(UnifiedDiff.of(Change.update("a.txt", before, after)))
        .startsWith("--- a/a.txt\n+++ b/a.txt\n@@ -5,11 +5,11 @@\n")
        .containsOnlyOnce("@@ -");
  }

  private static String numbers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining());
  }
}
