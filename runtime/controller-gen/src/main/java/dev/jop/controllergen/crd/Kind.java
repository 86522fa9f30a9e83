package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * One version of a kind, as its class declares it.
 *
 * @param names what it is called, the same in all versions
 * @param version the name of the version
 * @param served whether the API server offers the version
 * @param storage whether objects are kept in this version
 * @param deprecation whether the version is on its way out
 * @param schema the schema of an object
 * @param hasStatus whether the status is written on its own
 * @param columns what {@code kubectl get} shows
 * @param element the class, to report what is wrong with it
 */
record Kind(
    KindNames names,
    String version,
    boolean served,
    boolean storage,
    Deprecation deprecation,
    Schema schema,
    boolean hasStatus,
    List<PrinterColumn> columns,
    TypeElement element) {

  Map<String, Object> versionTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("name", version);
    tree.put("served", served);
    tree.put("storage", storage);
    tree.put("schema", Map.of("openAPIV3Schema", schema.toTree()));
    if (!columns.isEmpty()) {
      tree.put("additionalPrinterColumns", columns.stream().map(PrinterColumn::toTree).toList());
    }
    if (hasStatus) {
      tree.put("subresources", Map.of("status", Map.of()));
    }
    if (deprecation.deprecated()) {
      tree.put("deprecated", true);
    }
    if (!deprecation.warning().isEmpty()) {
      tree.put("deprecationWarning", deprecation.warning());
    }
    return tree;
  }

  /**
   * Whether a version is on its way out.
   *
   * @param deprecated whether it is
   * @param warning what the API server tells its users; empty for the server's own words
   */
  record Deprecation(boolean deprecated, String warning) {}
}
