package dev.jop.controllergen.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The generator says to each expression what the API server says. */
class CelExpressionsTest {

  @TestFactory
  Stream<DynamicTest> saysWhatTheApiServerSays() {
    return ExpressionTable.read().bySchema().entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey(),
                    () ->
                        assertThat(
                                ExpressionTable.differences(
                                    group.getValue(),
                                    OurVerdicts.on(group.getKey(), group.getValue())))
                            .isEmpty()));
  }
}
