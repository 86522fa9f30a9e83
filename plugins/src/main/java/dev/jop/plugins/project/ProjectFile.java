package dev.jop.plugins.project;

import dev.jop.plugins.ScaffoldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The text of a PROJECT file, version 3.
 *
 * <p>Its keys are sorted, as kubebuilder's are. Fields that jop does not use live on, and so do
 * comments on lines of their own.
 */
public final class ProjectFile {
  /** Where it lies in a project. */
  public static final String PATH = "PROJECT";

  private static final String VERSION = "3";
  private static final List<String> OF_KUBEBUILDER = List.of("namespaced", "plugins");
  private static final List<String> OF_KUBEBUILDER_RESOURCE =
      List.of("controllers", "core", "external", "module", "webhooks");
  private static final String HEADER =
      """
      # jop keeps in this file what it has scaffolded; change it through jop.
      # Its fields are those of https://book.kubebuilder.io/reference/project-config.html
      """;

  private ProjectFile() {}

  /**
   * Reads the text of a PROJECT file.
   *
   * @throws ScaffoldException saying what is wrong and, for broken YAML, where
   */
  public static Project parse(String text) {
    Fields fields = new Fields("the file", load(text));
    String version = fields.requiredText("version");
    if (!version.equals(VERSION)) {
      throw new ScaffoldException(
          "PROJECT: version \""
              + version
              + "\" is not supported; jop reads version \""
              + VERSION
              + "\"");
    }
    List<String> layout = layout(fields);
    if (!layout.contains(Project.LAYOUT)) {
      throw new ScaffoldException(
          "PROJECT: layout "
              + layout
              + " was not made by jop; it works on projects of layout "
              + Project.LAYOUT);
    }
    String domain = fields.text("domain");
    List<Resource> resources = new ArrayList<>();
    for (Object resource : fields.list("resources")) {
      resources.add(resource(new Fields("resource " + (resources.size() + 1), resource)));
    }
    return new Project(
        domain,
        fields.requiredText("projectName"),
        fields.requiredText("repo"),
        fields.text("cliVersion"),
        layout,
        fields.flag("multigroup"),
        resources,
        fields.rest());
  }

  /** Writes a project as the text of a new PROJECT file. */
  public static String format(Project project) {
    return HEADER + fields(project);
  }

  /**
   * Writes a project as the text of a PROJECT file, with the comments of the text that it was
   * before.
   */
  public static String format(Project project, String before) {
    return Comments.of(before).putInto(fields(project));
  }

  /** The fields in a project that are neither jop's nor kubebuilder's, perhaps misspelt. */
  public static List<String> unknownFields(Project project) {
    List<String> unknown = new ArrayList<>(project.others().keySet());
    unknown.removeAll(OF_KUBEBUILDER);
    for (Resource resource : project.resources()) {
      List<String> fields = new ArrayList<>(resource.others().keySet());
      fields.removeAll(OF_KUBEBUILDER_RESOURCE);
      fields.forEach(field -> unknown.add(field + " of " + resource.gvk().kind()));
    }
    return unknown;
  }

  private static String fields(Project project) {
    Map<String, Object> root = new TreeMap<>(project.others());
    root.put("version", VERSION);
    putText(root, "domain", project.domain());
    putText(root, "projectName", project.projectName());
    putText(root, "repo", project.repo());
    putText(root, "cliVersion", project.cliVersion());
    root.put("layout", project.layout());
    putFlag(root, "multigroup", project.multigroup());
    if (!project.resources().isEmpty()) {
      root.put("resources", project.resources().stream().map(ProjectFile::mapping).toList());
    }
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();
    return new Dump(settings).dumpToString(root);
  }

  private static Object load(String text) {
    try {
      Object loaded = new Load(LoadSettings.builder().setLabel(PATH).build()).loadFromString(text);
      return loaded == null ? Map.of() : loaded;
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse("");
      throw new ScaffoldException("PROJECT is not valid YAML" + line + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new ScaffoldException("PROJECT is not valid YAML: " + e.getMessage(), e);
    }
  }

  /** The field may be a single text, as in old files. */
  private static List<String> layout(Fields fields) {
    if (fields.rest().get("layout") instanceof String) {
      return List.of(fields.text("layout"));
    }
    return fields.list("layout").stream().map(String::valueOf).toList();
  }

  private static Resource resource(Fields fields) {
    Gvk gvk =
        new Gvk(
            fields.text("group"),
            fields.text("domain"),
            fields.requiredText("version"),
            fields.requiredText("kind"));
    boolean api = fields.has("api");
    boolean namespaced = fields.mapping("api").flag("namespaced");
    return new Resource(
        gvk,
        fields.text("plural"),
        fields.text("path"),
        api,
        namespaced,
        fields.flag("controller"),
        fields.rest());
  }

  private static Map<String, Object> mapping(Resource resource) {
    Map<String, Object> map = new TreeMap<>(resource.others());
    if (resource.api()) {
      Map<String, Object> api = new TreeMap<>();
      api.put("crdVersion", "v1");
      putFlag(api, "namespaced", resource.namespaced());
      map.put("api", api);
    }
    putText(map, "group", resource.gvk().group());
    putText(map, "domain", resource.gvk().domain());
    putText(map, "version", resource.gvk().version());
    putText(map, "kind", resource.gvk().kind());
    putText(map, "path", resource.path());
    if (!resource.isPluralRegular()) {
      map.put("plural", resource.plural());
    }
    putFlag(map, "controller", resource.controller());
    return map;
  }

  private static void putText(Map<String, Object> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, value);
    }
  }

  private static void putFlag(Map<String, Object> map, String name, boolean value) {
    if (value) {
      map.put(name, true);
    }
  }
}
