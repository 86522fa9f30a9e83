package dev.jop.controllergen.cel;

/**
 * What is wrong with a rule of a CRD.
 *
 * @param path where the rule stands in the schema, such as {@code spec.items[*]}; empty at the root
 * @param rule which of the rules there it is, from 0
 * @param part the part of the rule, by its name in {@code x-kubernetes-validations}
 * @param warning whether the rule is right and only costs too much
 * @param message what is wrong, over several lines if an expression is shown
 */
public record CelProblem(String path, int rule, String part, boolean warning, String message) {}
