package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.internal.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of CONTRACTS.md against the code. */
class KubeconfigFieldsTest {

  private static final Path TESTS = Path.of("src/test");
  private static final KubeconfigSource NOWHERE = new KubeconfigSource(Path.of("/none"), "test");

  @Test
  void knowsTheFieldsOfTheTable() throws Exception {
    Set<String> read = new TreeSet<>();
    known(read, "", fields -> Kubeconfig.read(NOWHERE, fields));
    known(read, "preferences.", Kubeconfig::readPreferences);
    known(read, "extensions.", fields -> fields.readExtension(new HashMap<>()));
    for (String list : List.of("contexts", "clusters", "users")) {
      String kind = list.substring(0, list.length() - 1);
      read.add(list + ".name");
      known(
          read,
          list + "." + kind + ".",
          fields -> {
            switch (kind) {
              case "context" -> KubeconfigContext.read(NOWHERE, "x", fields);
              case "cluster" -> KubeconfigCluster.read(NOWHERE, "x", fields);
              default -> KubeconfigUser.read(NOWHERE, "x", fields);
            }
          });
    }
    known(read, "users.user.auth-provider.", KubeconfigUser.AuthProvider::read);
    known(read, "users.user.exec.", ExecPlugin::read);
    known(read, "users.user.exec.env.", ExecPlugin.Variable::read);

    List<String> named = new ArrayList<>();
    for (String row : rows()) {
      matches("`([^`]+)`", row.split("\\|", -1)[1]).forEach(named::add);
    }
    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void namesTestsThatExist() throws Exception {
    String sources;
    try (Stream<Path> files = Files.walk(TESTS)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().matches(".*(IT|Test)\\.java")).toList()) {
        all.append(Files.readString(file));
      }
      sources = all.toString();
    }
    List<String> lines = new ArrayList<>();
    for (String file : List.of("kubectl-sends.csv", "kubectl-refuses.csv")) {
      lines.addAll(Files.readAllLines(TESTS.resolve("resources").resolve(file)));
    }
    for (String row : rows()) {
      String tests = row.split("\\|", -1)[3];
      List<String> methods = matches("`([^`]+)`", tests);
      List<String> kubeconfigs = matches("\"([^\"]+)\"", tests);
      assertThat(methods.size() + kubeconfigs.size()).as(row).isPositive();
      assertThat(methods).allMatch(method -> sources.contains("  void " + method + "("));
      assertThat(kubeconfigs)
          .allMatch(name -> lines.stream().anyMatch(line -> line.startsWith(name + "|")));
    }
  }

  private static List<String> rows() throws IOException {
    String contracts = Files.readString(Path.of("CONTRACTS.md"));
    String section = contracts.substring(contracts.indexOf("## Kubeconfig fields"));
    return section.lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static List<String> matches(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> matches = new ArrayList<>();
    while (matcher.find()) {
      matches.add(matcher.group(1));
    }
    return matches;
  }

  /** Adds the fields that are asked for in an entry without any. */
  private static void known(Set<String> read, String prefix, Consumer<Fields> reading)
      throws Exception {
    Fields fields =
        Fields.of(NOWHERE, "test", YamlNode.read("{}".getBytes(StandardCharsets.UTF_8)));
    reading.accept(fields);
    assertThat(fields.known()).isNotEmpty();
    fields.known().forEach(name -> read.add(prefix + name));
  }
}
