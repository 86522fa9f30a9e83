/**
 * CEL as the API server understands it in {@code x-kubernetes-validations}: parsed, type-checked
 * against the schema, and its cost estimated.
 *
 * <p>The way of a rule: {@code Lexer} and {@code Parser} make an {@code Expr}, with macros already
 * unfolded; {@code SchemaTypes} makes a {@code DeclType} of the schema; {@code Checker} gives every
 * node its type; {@code ConstantCheck} tries what is constant; {@code CostEstimator} says what the
 * rule may cost at most. {@code Expression} does all that for one expression, {@link
 * dev.jop.controllergen.cel.CelRules} for all rules of a CRD, with a budget for each and for all.
 *
 * <p>Why not {@code dev.cel}: it brings 6 MB of Protobuf, Guava and ANTLR onto the processor path
 * of every user, takes half a second to check its first expression, knows nothing of Kubernetes'
 * libraries, and has no estimator of costs. This is small, starts in a few milliseconds, and is
 * judged by the real API server, expression by expression. The environment is that of new
 * expressions in Kubernetes 1.37.
 */
@NullMarked
package dev.jop.controllergen.cel;

import org.jspecify.annotations.NullMarked;
