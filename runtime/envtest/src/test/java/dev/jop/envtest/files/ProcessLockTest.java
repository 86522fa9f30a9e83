package dev.jop.envtest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir Path folder;

  @Test
  void hasOneHolderAtATime() {
    Path file = folder.resolve("new/lock");
    ProcessLock first = ProcessLock.tryAcquire(file).orElseThrow();

    assertThat(ProcessLock.tryAcquire(folder.resolve("new/../new/lock"))).isEmpty();
    first.close();

    Optional<ProcessLock> second = ProcessLock.tryAcquire(file);
    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  void keepsItsFileForTheOthersThatHaveItOpen() {
    ProcessLock.tryAcquire(folder.resolve("lock")).orElseThrow().close();

    assertThat(folder.resolve("lock")).exists();
  }

  @Test
  void tellsOnceThatItWaitsAndGivesUpInTime() {
    Path file = folder.resolve("lock");
    AtomicInteger told = new AtomicInteger();
    ProcessLock first = ProcessLock.tryAcquire(file).orElseThrow();

    assertThatThrownBy(
            () -> ProcessLock.acquire(file, Duration.ofMillis(200), told::incrementAndGet))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("lock");
    assertThat(told).hasValue(1);
    first.close();
  }
}
