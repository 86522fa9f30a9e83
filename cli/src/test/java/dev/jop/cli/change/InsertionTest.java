package dev.jop.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.cli.CommandException;
import dev.jop.templates.Rendered.Fragment;
import org.junit.jupiter.api.Test;

class InsertionTest {
  private static final Fragment WIRING =
      new Fragment("Main.java", "builder", "new Box(", "new Box(client).setup();\n");
  private static final Fragment LIST = new Fragment("k.yaml", "list", "", "- a.yaml\n- b.yaml\n");

  @Test
  void goesBeforeTheMarkerWithItsIndentation() {
    assertThat(Insertion.insert("{\n    // +kubebuilder:scaffold:builder\n}\n", WIRING))
        .isEqualTo("{\n    new Box(client).setup();\n    // +kubebuilder:scaffold:builder\n}\n");
  }

  @Test
  void doesNotRepeatAFragmentThatTheUserEdited() {
    String edited = "new Box(client, 7).setup();\n// +kubebuilder:scaffold:builder\n";

    assertThat(Insertion.insert(edited, WIRING)).isEqualTo(edited);
  }

  @Test
  void doesNotRepeatALineThatTheUserCommentedOut() {
    assertThat(Insertion.insert("#- a.yaml\n# +kubebuilder:scaffold:list\n", LIST))
        .isEqualTo("#- a.yaml\n- b.yaml\n# +kubebuilder:scaffold:list\n");
  }

  @Test
  void needsNoMarkerForWhatIsThere() {
    assertThat(Insertion.insert("- a.yaml\n- b.yaml\n", LIST)).isEqualTo("- a.yaml\n- b.yaml\n");
  }

  @Test
  void keepsLineEndsOfWindows() {
    assertThat(Insertion.insert("x\r\n# +kubebuilder:scaffold:list\r\n", LIST))
        .isEqualTo("x\r\n- a.yaml\r\n- b.yaml\r\n# +kubebuilder:scaffold:list\r\n");
  }

  @Test
  void doesNotTakeAnotherMarkerForItsOwn() {
    assertThatThrownBy(() -> Insertion.insert("// +kubebuilder:scaffold:builders\n", WIRING))
        .isInstanceOf(CommandException.class);
  }

  @Test
  void namesFileMarkerAndLinesWhenTheMarkerIsMissing() {
    assertThatThrownBy(() -> Insertion.insert("{\n}\n", WIRING))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "Main.java: the line \"// +kubebuilder:scaffold:builder\" is missing;"
                + " put it back, or insert by hand: new Box(client).setup();");
  }

  @Test
  void sortsImportsIn() {
    Fragment fragment = new Fragment("Main.java", "imports", "", "import b.B;\n");

    assertThat(Insertion.insert("import a.A;\nimport c.C;\n", fragment))
        .isEqualTo("import a.A;\nimport b.B;\nimport c.C;\n");
  }
}
