package dev.jop.cli.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.cli.CommandException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OperatorProcessTest {

  private final AtomicLong now = new AtomicLong();

  @Test
  void endsWellWhenItIsStopped() {
    OperatorProcess operator = start("exec sleep 60");
    operator.stop();

    assertThatCode(operator::await).doesNotThrowAnyException();
  }

  @Test
  void isKilledWhenItIsStoppedTwice() {
    OperatorProcess operator = start("trap '' TERM; while :; do sleep 1; done");
    operator.stop();
    now.addAndGet(TimeUnit.SECONDS.toNanos(2));
    operator.stop();

    assertThatThrownBy(operator::await)
        .isInstanceOf(CommandException.class)
        .hasMessage("the operator was killed before it had stopped");
  }

  @Test
  void takesTwoSignalsAtOnceForOne() {
    OperatorProcess operator = start("exec sleep 60");
    operator.stop();
    operator.stop();

    assertThatCode(operator::await).doesNotThrowAnyException();
  }

  @Test
  void tellsAnExitCodeOfItsOwn() {
    assertThatThrownBy(() -> start("exit 7").await())
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("the operator ended with exit code 7");
    assertThatCode(() -> start("exit 0").await()).doesNotThrowAnyException();
  }

  private OperatorProcess start(String script) {
    return OperatorProcess.start(new ProcessBuilder("/bin/sh", "-c", script), now::get);
  }
}
