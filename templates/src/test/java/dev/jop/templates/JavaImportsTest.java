package dev.jop.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaImportsTest {

  @Test
  void insertsWhereTheOrderWantsIt() {
    assertThat(
            JavaImports.insert(
                "package p;\n\nimport a.A;\nimport c.C;\n\nclass X {}\n", List.of("import b.B;")))
        .isEqualTo("package p;\n\nimport a.A;\nimport b.B;\nimport c.C;\n\nclass X {}\n");
  }

  @Test
  void insertsAfterTheLast() {
    assertThat(
            JavaImports.insert("package p;\n\nimport a.A;\n\nclass X {}\n", List.of("import b.B;")))
        .isEqualTo("package p;\n\nimport a.A;\nimport b.B;\n\nclass X {}\n");
  }

  @Test
  void insertsTheFirst() {
    assertThat(JavaImports.insert("package p;\n\nclass X {}\n", List.of("import b.B;")))
        .isEqualTo("package p;\n\nimport b.B;\n\nclass X {}\n");
  }

  @Test
  void keepsStaticImportsAbove() {
    assertThat(
            JavaImports.insert(
                "package p;\n\nimport static z.Z.z;\n\nclass X {}\n", List.of("import b.B;")))
        .isEqualTo("package p;\n\nimport static z.Z.z;\n\nimport b.B;\n\nclass X {}\n");
  }

  @Test
  void sortsAClassBeforeWhatIsInIt() {
    assertThat(JavaImports.sort("import b.B;\nimport a.A.C;\nimport a.A;\n\nclass X {}\n"))
        .isEqualTo("import a.A;\nimport a.A.C;\nimport b.B;\n\nclass X {}\n");
  }
}
