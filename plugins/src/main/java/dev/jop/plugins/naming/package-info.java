/** Names and their rules: those of Kubernetes, those of Java, and the way from one to the other. */
@NullMarked
package dev.jop.plugins.naming;

import org.jspecify.annotations.NullMarked;
