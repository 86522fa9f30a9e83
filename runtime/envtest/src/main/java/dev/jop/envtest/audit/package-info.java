/**
 * Which rights an operator uses, by the API server's own audit log, and whether its roles fit them.
 *
 * <p>A role that is too narrow is found in production, when the one rare request is refused; one
 * that is too wide is never found. A test in which the operator does all that it can do finds both:
 * {@link dev.jop.envtest.audit.AuditLog} has the requests, {@link dev.jop.envtest.audit.Roles} what
 * manifests grant, {@link dev.jop.envtest.audit.RightsReport} the difference.
 */
@NullMarked
package dev.jop.envtest.audit;

import org.jspecify.annotations.NullMarked;
