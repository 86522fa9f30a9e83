/**
 * The types of an expression: {@code Checker} gives each node its type, from the declarations of a
 * schema and the functions that Kubernetes offers; {@code ConstantCheck} evaluates what is
 * constant.
 */
@NullMarked
package dev.jop.controllergen.cel.check;

import org.jspecify.annotations.NullMarked;
