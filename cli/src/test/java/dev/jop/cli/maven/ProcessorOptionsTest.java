package dev.jop.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorOptionsTest {
  @TempDir private Path folder;

  @Test
  void areThoseOfTheCompilerButThePlaceOfTheOutput() throws IOException {
    assertThat(
            options(
                """
                <!-- <arg>-Ajop.roleName=old</arg> -->
                <arg>-Ajop.output=${project.basedir}/config</arg>
                <arg>-Ajop.roleName= my-role </arg>
                <arg>-Aother=1</arg>
                """))
        .isEqualTo(Map.of("jop.roleName", "my-role"));
  }

  @Test
  void mayBePropertiesOfThePom() throws IOException {
    assertThat(options("<role>r</role><arg>-Ajop.roleName=${role}-a</arg>"))
        .isEqualTo(Map.of("jop.roleName", "r-a"));
    assertThatThrownBy(() -> options("<arg>-Ajop.roleName=${role}</arg>"))
        .isInstanceOf(CommandException.class)
        .hasMessage("pom.xml gives the generator ${role}, which is no property in it");
  }

  private Map<String, String> options(String pom) throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project>" + pom + "</project>");
    return ProcessorOptions.of(new Tree(folder));
  }
}
