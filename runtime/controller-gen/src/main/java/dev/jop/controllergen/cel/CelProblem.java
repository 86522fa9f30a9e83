package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Rule;

/**
 * What is wrong with a rule of a CRD.
 *
 * @param rule the rule
 * @param path where it stands in the schema, such as {@code spec.items[*]}; empty at the root
 * @param part the part of the rule that is wrong, by its name in {@code x-kubernetes-validations}
 * @param warning whether the rule is right and only costs too much
 * @param message what is wrong, over several lines if an expression is shown
 */
public record CelProblem(Rule rule, String path, String part, boolean warning, String message) {}
