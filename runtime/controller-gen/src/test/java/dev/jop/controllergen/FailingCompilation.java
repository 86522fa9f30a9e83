package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compiler with one processor, on a source that it must refuse. */
final class FailingCompilation {
  private FailingCompilation() {}

  /** What the compiler prints. */
  static String output(Processor processor, Path source, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-classpath", CompilerArguments.path(GuestbookSources.classPath())));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ENGLISH, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(out, manager, null, arguments, null, manager.getJavaFileObjects(source));
      task.setProcessors(List.of(processor));
      assertThat(task.call()).isFalse();
    }
    return out.toString();
  }
}
