package dev.jop.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders scaffolds to texts, in memory.
 *
 * <p>Interpolation is {@code [=name]}, directives are {@code <#if>}; so <code>${…}</code> of Maven,
 * make and shells is plain text. A value that is missing is an error. Every template sees {@code
 * versions}, the pinned versions of what scaffolded projects use.
 */
public final class Templates {
  private static final String SCAFFOLDS = "scaffolds/";
  private static final String MACROS = "java.ftl";
  private static final String UNLESS_PRESENT = "unless-present: ";

  private final TemplateIndex index = TemplateIndex.load();
  private final Configuration freemarker = configuration();

  /** Renders every template of the scaffold's folder, in the order of their paths. */
  public List<Rendered> render(Scaffold scaffold) {
    List<Rendered> rendered = new ArrayList<>();
    for (String template : index.in(scaffold.folder())) {
      TemplatePath path = TemplatePath.of(template, scaffold.tokens());
      String text = text(SCAFFOLDS + scaffold.folder() + "/" + template, scaffold.model());
      rendered.add(
          path.isFragment()
              ? fragment(path, text)
              : new Rendered.WholeFile(
                  path.target(), scaffold.ifExists(), formatted(path.target(), text)));
    }
    return List.copyOf(rendered);
  }

  /** Packages of the user may be called anything, so only now the order of imports is known. */
  private static String formatted(String path, String text) {
    return path.endsWith(".java") ? JavaImports.sort(text) : text;
  }

  /** A fragment's template may begin with a line that says how to know the fragment again. */
  private static Rendered.Fragment fragment(TemplatePath path, String text) {
    if (!text.startsWith(UNLESS_PRESENT)) {
      return new Rendered.Fragment(path.target(), path.marker(), "", text);
    }
    int end = text.indexOf('\n');
    return new Rendered.Fragment(
        path.target(),
        path.marker(),
        text.substring(UNLESS_PRESENT.length(), end),
        text.substring(end + 1));
  }

  private String text(String template, Map<String, Object> model) {
    StringWriter text = new StringWriter();
    try {
      freemarker.getTemplate(template).process(model, text);
    } catch (IOException | freemarker.template.TemplateException e) {
      throw new TemplateException("cannot render the template " + template, e);
    }
    return text.toString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.addAutoImport("java", MACROS);
    try {
      configuration.setSharedVariable("versions", Versions.all());
    } catch (freemarker.template.TemplateModelException e) {
      throw new TemplateException("cannot give the versions to the templates", e);
    }
    return configuration;
  }
}
