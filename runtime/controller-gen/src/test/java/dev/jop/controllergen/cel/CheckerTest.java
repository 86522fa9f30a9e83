package dev.jop.controllergen.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.schema.Schema;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is judged in {@code CelExpressionsIT}; here is what is said about it. */
class CheckerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          self.child.nme == ''      | 11 | self.child has no field 'nme'; it has name, size, tags
          self.text.x == ''         | 10 | a value of type string has no fields
          self.count + 'a' == 1     | 11 | there is no int + string
          1 in self.names           | 2  | there is no int in list(string)
          !self.count               | 0  | there is no ! int
          self.text[0] == 'a'       | 9  | there is no string[int]
          self.text.contains(1)     | 10 | there is no string.contains(int)
          size(1) == 1              | 0  | there is no size(int)
          nothing(1)                | 0  | there is no function 'nothing'
          other.count == 1          | 0  | there is no variable 'other'
          self.count && self.on     | 5  | expected a value of type bool, but this is of type int
          self.text.all(c, true)    | 5  | a value of type string is neither list nor map
          self.count                | 5  | must be of type bool, but is of type int
          int('a') == 1             | 4  | int() cannot convert this
          self.text.matches('(')    | 18 | no regular expression: a parenthesis is opened and not closed
          '%d'.format(['a']) == ''  | 13 | %d cannot show a value of type string
          Thing{a: 1} == self       | 0  | rules cannot make a value of type Thing
          """)
  void saysWhatIsWrongAndWhere(String expression, int offset, String message) {
    assertThat(faults(expression)).containsExactly(new CelFault(offset, message));
  }

  @Test
  void goesOnAfterAFault() {
    assertThat(faults("self.nothing > 1 && self.neither"))
        .extracting(CelFault::offset)
        .containsExactly(5, 25);
  }

  @Test
  void makesNoFaultsOfAFault() {
    assertThat(faults("self.nothing.more.contains(self.text + 1)"))
        .extracting(CelFault::offset)
        .containsExactly(37, 5);
  }

  @Test
  void showsThePlaceBelowItsLine() {
    String expression = "self.count > 0 &&\n\tself.nothing";
    assertThat(faults(expression).get(0).in(expression))
        .endsWith(
            "under__underscores__score, until, wait, waits, weights\n  \tself.nothing\n  \t     ^");
  }

  @Test
  void toldWhetherTheOldValueIsUsed() {
    assertThat(check("self == oldSelf", CelType.BOOL).usesOldSelf()).isTrue();
    assertThat(check("self.names.all(oldSelf, oldSelf == '')", CelType.BOOL).usesOldSelf())
        .isTrue();
    assertThat(check("self.text == 'oldSelf'", CelType.BOOL).usesOldSelf()).isFalse();
  }

  @Test
  void oldSelfMayBeOptional() {
    DeclType self = self();
    String rule = "oldSelf.orValue(self).count <= self.count";
    assertThat(Expression.check(rule, self, true, CelType.BOOL).faults()).isEmpty();
    assertThat(Expression.check(rule, self, false, CelType.BOOL).faults()).hasSize(1);
  }

  private static List<CelFault> faults(String expression) {
    return check(expression, CelType.BOOL).faults();
  }

  private static Expression check(String expression, CelType type) {
    return Expression.check(expression, self(), false, type);
  }

  private static DeclType self() {
    Schema root = RuledSchema.of("values", List.of()).schema();
    return SchemaTypes.of(Objects.requireNonNull(root.properties().get("spec")), false)
        .orElseThrow();
  }
}
