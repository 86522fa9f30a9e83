package dev.jop.controllergen.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.Parser;
import dev.jop.controllergen.cel.syntax.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 + 2 * 3         | _+_(1, _*_(2, 3))
          (1 + 2) * 3       | _*_(_+_(1, 2), 3)
          1 - 2 - 3         | _-_(_-_(1, 2), 3)
          1 -1              | _-_(1, 1)
          1 - -1            | _-_(1, -1)
          --1               | 1
          ---a              | -_(a)
          -a.b              | -_(a.b)
          !a && b           | _&&_(!_(a), b)
          a ? b : c ? d : e | _?_:_(a, b, _?_:_(c, d, e))
          1 < 2 == true     | _==_(_<_(1, 2), true)
          1 in [1, 2]       | @in(1, list(1, 2))
          a.b[0].c(1)       | _[_](a.b, 0).c(1)
          a.?b[?0]          | _[?_](_?._(a, 'b'), 0)
          {'a': 1}          | map('a', 1)
          .a.b(1)           | .a.b(1)
          a.b{c: 1}         | a.b{}
          """)
  void bindsOperatorsAsCelDoes(String expression, String shape) {
    assertThat(Shown.of(expression)).isEqualTo(shape);
  }

  @Test
  void joinsOrAndAndInBalance() {
    String or = " || ";
    assertThat(Shown.of("a" + or + "b && c" + or + "d")).isEqualTo("_||_(_||_(a, _&&_(b, c)), d)");
    assertThat(Shown.of("a && b && c && d")).isEqualTo("_&&_(_&&_(a, b), _&&_(c, d))");
  }

  @Test
  void unfoldsMacros() {
    assertThat(Shown.of("has(a.b)")).isEqualTo("has(a.b)");
    assertThat(Shown.of("a.all(x, p)"))
        .isEqualTo("fold x(a, true, @not_strictly_false(@result), _&&_(@result, p), @result)");
    assertThat(Shown.of("a.exists(x, y, p)"))
        .isEqualTo(
            "fold x+y(a, false, @not_strictly_false(!_(@result)), _||_(@result, p), @result)");
    assertThat(Shown.of("a.exists_one(x, p)"))
        .isEqualTo("fold x(a, 0, true, _?_:_(p, _+_(@result, 1), @result), _==_(@result, 1))");
    assertThat(Shown.of("a.map(x, p, f)"))
        .isEqualTo("fold x(a, list(), true, _?_:_(p, _+_(@result, list(f)), @result), @result)");
    assertThat(Shown.of("a.filter(x, p)"))
        .isEqualTo("fold x(a, list(), true, _?_:_(p, _+_(@result, list(x)), @result), @result)");
    assertThat(Shown.of("a.transformMap(k, v, f)"))
        .isEqualTo("fold k+v(a, map(), true, cel.@mapInsert(@result, k, f), @result)");
    assertThat(Shown.of("a.optMap(x, f)"))
        .isEqualTo(
            "_?_:_(a.hasValue(), optional.of(fold #unused(list(), a.value(), false, x, f)),"
                + " optional.none())");
  }

  @Test
  void leavesWhatOnlyLooksLikeAMacro() {
    assertThat(Shown.of("all(x, p)")).isEqualTo("all(x, p)");
    assertThat(Shown.of("a.has(a.b)")).isEqualTo("a.has(a.b)");
    assertThat(Shown.of("a.existsOne(x, p)")).isEqualTo("a.existsOne(x, p)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          self.a >            | 8  | did not expect the end
          (self.a             | 7  | expected ')', but here is the end
          a b                 | 2  | did not expect 'b'
          a = b               | 2  | '=' has no meaning here
          a & b               | 2  | '&' has no meaning here
          'a                  | 0  | the string does not end
          'a\\q'              | 2  | the string has an unknown escape sequence
          if == 1             | 0  | 'if' is a reserved word
          has(a)              | 4  | has() needs a field, as in has(self.spec)
          a.all(1, true)      | 6  | must be the name of a variable
          a.all(x, x, true)   | 9  | both variables are called x
          9223372036854775808 | 0  | no int is as large as that
          """)
  void pointsAtWhatIsNoExpression(String expression, int offset, String message) {
    assertThatThrownBy(() -> Parser.parse(expression))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            wrong -> assertThat(wrong.fault()).isEqualTo(new CelFault(offset, message)));
  }

  @Test
  void readsWhatStringsStandFor() {
    assertThat(Shown.of("'\\x41\\101\\u0041\\U00000041\\n\\''")).isEqualTo("'AAAA\n''");
    assertThat(Shown.of("r'\\n'")).isEqualTo("'\\n'");
    assertThat(Shown.of("\"\"\"a\"b\r\nc\"\"\"")).isEqualTo("'a\"b\nc'");
  }

  @Test
  void refusesWhatNestsTooDeeply() {
    assertThat(Shown.of("(".repeat(200) + "1" + ")".repeat(200))).isEqualTo("1");
    assertThatThrownBy(() -> Parser.parse("(".repeat(100_000)))
        .hasMessage("the expression nests deeper than 250 levels");
    assertThatThrownBy(() -> Parser.parse("1" + " + 1".repeat(300)))
        .hasMessage("the expression nests deeper than 250 levels");
    assertThatThrownBy(() -> Parser.parse(" ".repeat(100_001)))
        .hasMessage("the expression is longer than 100000 characters");
  }
}
