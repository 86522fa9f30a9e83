/**
 * The syntax of CEL: {@code Lexer} and {@code Parser} make an {@code Expr} of a text, with macros
 * already expanded. The types of values stand here too, since literals and expressions carry them.
 */
@NullMarked
package dev.jop.controllergen.cel.syntax;

import org.jspecify.annotations.NullMarked;
