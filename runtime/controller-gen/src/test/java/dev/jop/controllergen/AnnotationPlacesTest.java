package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an annotation is told at its own line, also if it is one of several. */
class AnnotationPlacesTest {
  private static final String KIND =
      "@Group(\"x.example.com\") @Version(\"v1\") class Thing extends CustomResource<Spec, Void> {}";

  @TempDir Path folder;

  @Test
  void areToldAtTheirLinesOnAType() {
    assertThat(
            told(
                "@PrinterColumn(name = \"A\", jsonPath = \".spec.size\")",
                "@PrinterColumn(name = \"B\", jsonPath = \".spec.sise\")",
                "@PrinterColumn(",
                "    name = \"A\",",
                "    jsonPath = \".spec.size\")",
                "@SelectableField(jsonPath = \".spec.size\")",
                "@SelectableField(jsonPath = \".spec.size\")",
                KIND,
                "record Spec(int size) {}"))
        .containsExactly(
            "3 @PrinterColumn: the path .spec.sise leads nowhere: there is no .spec.sise",
            "4 @PrinterColumn: there are two columns with the name A",
            "8 @SelectableField: the path .spec.size is there twice");
  }

  @Test
  void areEachToldWhenTheyHaveTheSameFault() {
    assertThat(
            told(
                "@Rbac(urls = \"/x\", verbs = {})",
                "@Rbac(urls = \"/y\", verbs = GET)",
                "@Rbac(urls = \"/z\", verbs = {})",
                "class Reader {}"))
        .containsExactly("2 @Rbac: needs at least one verb", "4 @Rbac: needs at least one verb");
  }

  @Test
  void areToldAtTheirLinesOnWebhooks() {
    assertThat(
            told(
                "@ValidatingWebhook(",
                "    groups = \"apps\", versions = \"v1\", resources = \"deployments\",",
                "    operations = Operation.CREATE, path = \"/a\", name = \"a.example.com\")",
                "@ValidatingWebhook(",
                "    groups = \"apps\", versions = \"v1\", resources = \"deployments\",",
                "    operations = Operation.CREATE, path = \"/b\", name = \"b.example.com\",",
                "    timeoutSeconds = 60)",
                "class Hook {}"))
        .singleElement()
        .asString()
        .startsWith("5 @ValidatingWebhook: ");
  }

  @Test
  void areToldAtTheirLinesOnPropertiesAndInsideTheirTypes() {
    assertThat(
            told(
                KIND,
                "record Spec(",
                "    @Validation(rule = \"self > 0\")",
                "    @Validation(",
                "        message = \"m\",",
                "        rule = \"self > 'a'\")",
                "        int size,",
                "    java.util.Map<",
                "            @Validation(rule = \"true\")",
                "            @Validation(rule = \"self != ''\") String,",
                "            @Validation(rule = \"true\")",
                "            @Validation(rule = \"self.y\") Inner>",
                "        inners) {}",
                "class Inner {",
                "  private int x;",
                "  @Validation(rule = \"self > 1\")",
                "  @Validation(rule = \"self > 'b'\")",
                "  public int getX() { return x; }",
                "  public void setX(int x) { this.x = x; }",
                "}"))
        .containsExactlyInAnyOrder(
            "7 @Validation: there is no int > string\n    self > 'a'\n         ^",
            "13 @Validation: self has no field 'y'; it has x\n    self.y\n         ^",
            "18 @Validation: there is no int > string\n    self > 'b'\n         ^");
  }

  @Test
  void areToldAtTheirLinesOnTheMethodOfAComponent() {
    assertThat(
            told(
                KIND,
                "record Spec(int size, String name) {",
                "  @Validation(rule = \"self > 1\")",
                "  @Validation(rule = \"self > 'b'\")",
                "  public int size() { return size; }",
                "  @MinLength(1)",
                "  @MaxLength(-1)",
                "  public String name() { return name; }",
                "}"))
        .containsExactlyInAnyOrder(
            "5 @Validation: there is no int > string\n    self > 'b'\n         ^",
            "8 @MaxLength: -1 is negative");
  }

  @Test
  void areToldApartInsideOneType() {
    assertThat(
            told(
                KIND,
                "record Spec(",
                "    java.util.Map<",
                "            String,",
                "            java.util.@MinItems(1) List<",
                "                java.util.@MinItems(-2) List<",
                "                    @MinLength(-3) String>>>",
                "        lists) {}"))
        .containsExactlyInAnyOrder("7 @MinItems: -2 is negative", "8 @MinLength: -3 is negative");
  }

  @Test
  void areToldAtTheirLinesInsideAContainerThatIsWritten() {
    assertThat(
            told(
                "@PrinterColumn.List({",
                "  @PrinterColumn(name = \"A\", jsonPath = \".spec.size\"),",
                "  @PrinterColumn(name = \"B\", jsonPath = \".spec.sise\")})",
                KIND,
                "record Spec(int size) {}"))
        .containsExactly(
            "4 @PrinterColumn: the path .spec.sise leads nowhere: there is no .spec.sise");
  }

  @Test
  void failAWholeCompilationWithoutClassFiles() throws IOException {
    assertThat(compile(new ManifestProcessor(GenerateOptions.defaults(), files -> {})))
        .contains("Reader.java:3: error: @Rbac: needs at least one verb");
    try (Stream<Path> classes = Files.list(folder)) {
      assertThat(classes).containsExactly(folder.resolve("Reader.java"));
    }
  }

  @Test
  void areToldAtTheirTypeByACompilerWithoutTrees() throws IOException {
    assertThat(compile(new Veiled(new ManifestProcessor(GenerateOptions.defaults(), files -> {}))))
        .contains("Reader.java:4: error: @Rbac: needs at least one verb");
  }

  private List<String> told(String... lines) {
    return new Snippet(folder)
        .generate(lines).diagnostics().stream()
            .map(found -> found.line() + " " + found.message())
            .toList();
  }

  /** Compiles a type of which the second permission, in line 3, is wrong. */
  private String compile(Processor processor) throws IOException {
    Path source = folder.resolve("Reader.java");
    Files.writeString(
        source,
        """
        import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;
        @Rbac(urls = "/x", verbs = Verb.GET)
        @Rbac(urls = "/y", verbs = {})
        class Reader {}
        """);
    return FailingCompilation.output(processor, source, "-d", folder.toString());
  }

  /** Runs a processor in an environment that is not known to be javac's, as other tools have it. */
  private static final class Veiled extends AbstractProcessor {
    private final Processor processor;

    private Veiled(Processor processor) {
      this.processor = processor;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (proxy, method, arguments) -> {
                    try {
                      return method.invoke(environment, arguments);
                    } catch (InvocationTargetException thrown) {
                      throw thrown.getCause();
                    }
                  }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }
}
