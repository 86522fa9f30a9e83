package dev.jop.controllergen.type;

/**
 * How strictly types are read.
 *
 * @param allowDangerousTypes whether float and double are accepted, though other languages may read
 *     them otherwise
 * @param embeddedObjectMeta whether metadata inside a spec or status has its properties in the
 *     schema
 * @param sourcesOnly whether a type of which there is only a class file is an error, because its
 *     Javadoc is lost; a check of some changed sources does without
 */
public record TypeOptions(
    boolean allowDangerousTypes, boolean embeddedObjectMeta, boolean sourcesOnly) {}
