package dev.jop.controllergen;

import dev.jop.controllergen.crd.CrdGenerator;
import dev.jop.controllergen.discovery.ApiResources;
import dev.jop.controllergen.rbac.RoleGenerator;
import dev.jop.controllergen.source.InstallationException;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.type.SchemaReader;
import dev.jop.controllergen.type.TypeOptions;
import dev.jop.controllergen.webhook.WebhookGenerator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor: checks kinds, permissions and webhooks in every compilation, and writes
 * their manifests when told where to.
 *
 * <p>Options: {@code -Ajop.output=<dir>} is the {@code config} folder to write into, without it
 * nothing is written; {@code -Ajop.roleName=<name>}, {@code -Ajop.allowDangerousTypes=true}, {@code
 * -Ajop.generateEmbeddedObjectMeta=true} and {@code -Ajop.maxDescLen=<number>} are those of {@link
 * GenerateOptions}.
 *
 * <p>It writes only if nothing is wrong with any of them, and only files whose text changes. What
 * the compiler finds later, in the bodies of methods, does not matter to manifests. A compilation
 * with {@code jop.output} must see all sources of the project; one that sees none of them writes
 * nothing.
 */
public final class ManifestProcessor extends AbstractProcessor {
  private final @Nullable GenerateOptions givenOptions;
  private final @Nullable Consumer<SortedMap<String, String>> receiver;

  /** Names instead of elements, since elements of one round are stale in the next. */
  private final Set<String> typeNames = new TreeSet<>();

  /**
   * Creates the processor that the compiler finds by itself; its options are those of the compiler.
   */
  public ManifestProcessor() {
    this.givenOptions = null;
    this.receiver = null;
  }

  /**
   * Creates a processor that hands over the manifests, by their paths below {@code config}, instead
   * of writing.
   */
  ManifestProcessor(GenerateOptions options, Consumer<SortedMap<String, String>> receiver) {
    this.givenOptions = options;
    this.receiver = receiver;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(
        CompilerOptions.OUTPUT,
        CompilerOptions.ROLE_NAME,
        CompilerOptions.ALLOW_DANGEROUS_TYPES,
        CompilerOptions.EMBEDDED_OBJECT_META,
        CompilerOptions.MAX_DESC_LEN);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    collect(ElementFilter.typesIn(round.getRootElements()));
    if (round.processingOver() && !round.errorRaised()) {
      try {
        generate();
      } catch (InstallationException broken) {
        tell(String.valueOf(broken.getMessage()));
      } catch (ExceptionInInitializerError failed) {
        if (!(failed.getCause() instanceof InstallationException broken)) {
          throw failed;
        }
        tell(String.valueOf(broken.getMessage()));
      } catch (NoClassDefFoundError missing) {
        tell(whatIsMissing(missing));
      }
    }
    return false;
  }

  /** A build tool brings what the processor needs; a path that is written by hand may not. */
  private static String whatIsMissing(NoClassDefFoundError missing) {
    return "jop-controller-gen cannot run without "
        + String.valueOf(missing.getMessage()).replace('/', '.')
        + ": put all that it depends on on the processor path, too";
  }

  private void tell(String fault) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault);
  }

  private void collect(Collection<TypeElement> types) {
    for (TypeElement type : types) {
      typeNames.add(type.getQualifiedName().toString());
      collect(ElementFilter.typesIn(type.getEnclosedElements()));
    }
  }

  private void generate() {
    GenerateOptions options;
    try {
      options =
          givenOptions != null ? givenOptions : CompilerOptions.read(processingEnv.getOptions());
    } catch (IllegalArgumentException wrong) {
      tell(String.valueOf(wrong.getMessage()));
      return;
    }
    generate(options, processingEnv.getOptions().get(CompilerOptions.OUTPUT));
  }

  private void generate(GenerateOptions options, @Nullable String output) {
    boolean writes = receiver != null || output != null;
    Sources sources = Sources.of(processingEnv);
    SchemaReader schemas =
        new SchemaReader(
            sources,
            new TypeOptions(
                options.allowDangerousTypes(), options.generateEmbeddedObjectMeta(), writes));
    List<TypeElement> types = new ArrayList<>();
    for (String name : typeNames) {
      types.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    sources.noteUnresolved(types);
    ApiResources resources = ApiResources.of(types, sources);
    SortedMap<String, String> files = new TreeMap<>();
    new CrdGenerator(sources, schemas, GeneratorVersion.current(), options.maxDescLen())
        .generate(types)
        .forEach((name, text) -> files.put(ManifestLayout.CRDS + name, text));
    new RoleGenerator(sources, resources, options.roleName())
        .generate(types)
        .ifPresent(text -> files.put(ManifestLayout.ROLE, text));
    new WebhookGenerator(sources, resources)
        .generate(types)
        .ifPresent(text -> files.put(ManifestLayout.WEBHOOKS, text));
    if (sources.problems().any()) {
      return;
    }
    if (receiver != null) {
      receiver.accept(files);
    } else if (output != null && !files.isEmpty()) {
      write(Path.of(output), files, options);
    }
  }

  private void write(Path output, SortedMap<String, String> files, GenerateOptions options) {
    try {
      ManifestFolder folder = new ManifestFolder(output);
      folder.write(folder.withEmptied(files, options));
    } catch (UncheckedIOException failure) {
      tell("cannot write the manifests into " + output + ": " + failure.getMessage());
    }
  }
}
