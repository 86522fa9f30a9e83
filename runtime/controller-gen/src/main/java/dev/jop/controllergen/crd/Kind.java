package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * One version of a kind, as its class declares it.
 *
 * @param names what it is called, the same in all versions
 * @param version the name of the version and what it is used for
 * @param schema the schema of an object
 * @param subresources what is written on its own
 * @param columns what {@code kubectl get} shows
 * @param selectable the paths of the properties by which objects can be selected
 * @param metadata labels and annotations of the definition
 * @param conversion the webhook that converts between versions, if this version names it
 * @param element the class, to report what is wrong with it
 */
record Kind(
    KindNames names,
    Version version,
    Schema schema,
    Subresources subresources,
    List<PrinterColumn> columns,
    List<String> selectable,
    Metadata metadata,
    Optional<Conversion> conversion,
    TypeElement element) {

  /**
   * A version and what it is used for.
   *
   * @param name its name
   * @param served whether the API server offers it
   * @param storage whether objects are kept in it
   * @param deprecated whether it is on its way out
   * @param warning what the API server tells users of a deprecated version; empty for its own words
   */
  record Version(
      String name, boolean served, boolean storage, boolean deprecated, String warning) {}

  /**
   * What is written on its own.
   *
   * @param status whether the status is
   * @param scale where the number of replicas is, if it is
   */
  record Subresources(boolean status, Optional<Scale> scale) {

    Map<String, Object> toTree() {
      Map<String, Object> tree = new TreeMap<>();
      if (status) {
        tree.put("status", Map.of());
      }
      scale.ifPresent(s -> tree.put("scale", s.toTree()));
      return tree;
    }
  }

  Kind withSchema(Schema other) {
    return new Kind(
        names, version, other, subresources, columns, selectable, metadata, conversion, element);
  }

  Map<String, Object> versionTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("name", version.name());
    tree.put("served", version.served());
    tree.put("storage", version.storage());
    tree.put("schema", Map.of("openAPIV3Schema", schema.toTree()));
    if (!columns.isEmpty()) {
      tree.put("additionalPrinterColumns", columns.stream().map(PrinterColumn::toTree).toList());
    }
    if (!selectable.isEmpty()) {
      tree.put(
          "selectableFields", selectable.stream().map(path -> Map.of("jsonPath", path)).toList());
    }
    // An empty one means nothing, but controller-gen writes it with columns, and so the texts are
    // equal.
    if (!subresources.toTree().isEmpty() || !columns.isEmpty()) {
      tree.put("subresources", subresources.toTree());
    }
    if (version.deprecated()) {
      tree.put("deprecated", true);
    }
    if (!version.warning().isEmpty()) {
      tree.put("deprecationWarning", version.warning());
    }
    return tree;
  }
}
