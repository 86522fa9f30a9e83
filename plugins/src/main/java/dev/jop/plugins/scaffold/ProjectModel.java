package dev.jop.plugins.scaffold;

/**
 * What templates know of the project.
 *
 * @param name its name
 * @param domain the domain of its APIs
 * @param basePackage its base Java package
 * @param groupId its Maven group
 * @param artifactId its Maven artifact
 * @param apache whether it is under the Apache License
 * @param header the comment at the top of Java files
 */
public record ProjectModel(
    String name,
    String domain,
    String basePackage,
    String groupId,
    String artifactId,
    boolean apache,
    String header) {}
