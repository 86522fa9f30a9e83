package dev.jop.controllergen.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {@code a < b} and {@literal <c>}         | a < b and <c>
          {@code {"a": {}}}                        | {"a": {}}
          {@link java.util.List}                   | List
          {@link java.util.List#of(Object, Object)} | List.of(Object, Object)
          {@link #size() its size}                 | its size
          {@link #size}                            | size
          {@link Map.Entry a {@code b}}            | a b
          {@linkplain List the list}               | the list
          1 &lt; 2 &amp;&amp; 3 &gt; 2 &#33; &#x3f; | 1 < 2 && 3 > 2 ! ?
          AT&T &unknown;                           | AT&T &unknown;
          <b>bold</b> <a href="x">link</a> a < b   | bold link a < b
          a<!-- hidden -->b                        | ab
          an e-mail: a@b.c                         | an e-mail: a@b.c
          {@code open                              | open
          """)
  void becomesPlainText(String comment, String text) {
    assertThat(Javadoc.parse(comment).description()).isEqualTo(text);
  }

  @Test
  void joinsTheLinesOfAParagraphAndKeepsParagraphsApart() {
    assertThat(
            Javadoc.parse(
                    " One\n sentence.\n\n <p>Another\n one:\n <ul>\n <li>first\n <li>second</li>\n </ul>\n")
                .description())
        .isEqualTo("One sentence.\n\nAnother one:\n\n- first\n- second");
  }

  @Test
  void findsParametersAmongBlockTags() {
    Javadoc javadoc =
        Javadoc.parse(
            " A thing.\n\n @param a the first\n   in two lines\n @param b {@code\n @see} the second\n @param c\n @since 1");
    assertThat(javadoc.description()).isEqualTo("A thing.");
    assertThat(javadoc.parameters())
        .containsEntry("a", "the first in two lines")
        .containsEntry("b", "@see the second")
        .containsEntry("c", "");
  }

  @Test
  void isEmptyWithoutComment() {
    assertThat(Javadoc.parse(null).description()).isEmpty();
  }
}
