package dev.jop.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.cli.CommandException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  @TempDir private Path project;
  @TempDir private Path cache;

  @Test
  void turnsTheSecondCommandAway() {
    ProjectLock.hold(
        project,
        cache,
        () ->
            assertThatThrownBy(() -> ProjectLock.hold(project, cache, () -> true))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("another jop command is changing " + project));
  }

  @Test
  void isFreeAfterwards() {
    List<String> done = new ArrayList<>();
    ProjectLock.hold(project, cache, () -> done.add("one"));
    ProjectLock.hold(project, cache, () -> done.add("two"));

    assertThat(done).containsExactly("one", "two");
  }
}
