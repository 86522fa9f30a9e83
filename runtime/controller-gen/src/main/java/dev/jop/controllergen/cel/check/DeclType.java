package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of a schema: types, and how large values can get.
 *
 * @param type the type
 * @param fields the fields of an object, by their names in expressions
 * @param key the keys of a map, null for all but maps
 * @param element the elements of a list, or the values of a map, null for all else
 * @param maxElements the most elements, characters or bytes that a value can have
 * @param minSize the least bytes that a value takes as JSON
 */
public record DeclType(
    CelType type,
    Map<String, DeclType> fields,
    @Nullable DeclType key,
    @Nullable DeclType element,
    long maxElements,
    long minSize) {

  public DeclType {
    fields = Map.copyOf(fields);
  }

  public static DeclType simple(CelType type, long maxElements, long minSize) {
    return new DeclType(type, Map.of(), null, null, maxElements, minSize);
  }

  public static DeclType listOf(DeclType element, long maxItems) {
    return new DeclType(CelType.listOf(element.type), Map.of(), null, element, maxItems, 2);
  }

  public static DeclType mapOf(DeclType values, long maxProperties) {
    DeclType key = simple(CelType.STRING, 0, 2);
    CelType type = CelType.mapOf(CelType.STRING, values.type);
    return new DeclType(type, Map.of(), key, values, maxProperties, 2);
  }
}
