package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars that lack something or do not fit together are told in one error, not a stack trace. */
class BrokenInstallationTest {
  private static final String THING =
      """
      import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;
      import io.fabric8.kubernetes.model.annotation.*;
      @Scale
      @Group("x.example.com") @Version("v1")
      @Rbac(groups = "apps", resources = "deployments", verbs = Verb.GET)
      class Thing extends io.fabric8.kubernetes.client.CustomResource<Spec, Spec> {}
      record Spec(io.fabric8.kubernetes.api.model.PodSpec pod,
          @Validation(rule = "self.size() > 0") @MaxLength(9) String selector, int replicas) {}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "builtins.jsonl",
        "functions.txt",
        "served.txt",
        "virtual.txt",
        "version.properties"
      })
  void saysWhatTheJarLacks(String file) throws Exception {
    assertThat(compile(new Lacking(file).processor(), THING))
        .isEqualTo("error: " + file + " is missing in the jar of jop-controller-gen\n1 error\n");
  }

  @Test
  void saysThatTheAnnotationsAreOfAnotherVersion() throws Exception {
    Path older = Files.createDirectories(folder.resolve("dev/jop/markers/crd"));
    Files.writeString(
        older.resolve("Scale.java"), "package dev.jop.markers.crd; public @interface Scale {}");
    assertThat(compile(new ManifestProcessor(), THING))
        .isEqualTo(
            "error: @Scale on the class path has no value specPath: jop-controller-gen and"
                + " jop-markers are of different versions\n1 error\n");
  }

  private String compile(Processor processor, String source) throws IOException {
    Path thing = Files.writeString(folder.resolve("Thing.java"), source);
    return FailingCompilation.output(
        processor, thing, "-proc:only", "-sourcepath", folder.toString(), "-Xprefer:source");
  }

  /** Has the generator of its own, in whose jar a file is missing. */
  private static final class Lacking extends ClassLoader {
    private final String missing;

    private Lacking(String missing) {
      super(BrokenInstallationTest.class.getClassLoader());
      this.missing = missing;
    }

    Processor processor() throws ReflectiveOperationException {
      return (Processor)
          loadClass(ManifestProcessor.class.getName()).getDeclaredConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.jop.controllergen.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(file))) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      return name.endsWith("/" + missing) ? null : super.getResource(name);
    }
  }
}
