package dev.jop.controllergen.guestbook;

import static dev.jop.markers.rbac.Verb.ANY;
import static dev.jop.markers.rbac.Verb.CREATE;
import static dev.jop.markers.rbac.Verb.DELETE;
import static dev.jop.markers.rbac.Verb.GET;
import static dev.jop.markers.rbac.Verb.LIST;
import static dev.jop.markers.rbac.Verb.PATCH;
import static dev.jop.markers.rbac.Verb.UPDATE;
import static dev.jop.markers.rbac.Verb.WATCH;

import dev.jop.markers.rbac.Rbac;

@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks",
    verbs = {GET, LIST, WATCH, UPDATE})
@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks/status",
    verbs = {GET, UPDATE, PATCH})
@Rbac(groups = "webapp.example.com", resources = "guestbooks/finalizers", verbs = UPDATE)
@Rbac(
    groups = "apps",
    resources = "deployments",
    verbs = {GET, LIST, WATCH, CREATE, PATCH})
@Rbac(
    groups = "apps",
    resources = {"deployments", "replicasets"},
    verbs = {DELETE, CREATE})
@Rbac(
    groups = {"apps", "extensions"},
    resources = "deployments",
    verbs = GET)
@Rbac(
    groups = "core",
    resources = {"configmaps", "secrets"},
    verbs = {GET, LIST, WATCH})
@Rbac(
    groups = "batch",
    resources = {"configmaps", "secrets"},
    verbs = {WATCH, GET, LIST, LIST})
@Rbac(
    groups = "core",
    resources = "pods",
    verbs = {ANY, GET})
@Rbac(
    groups = "core",
    resources = "secrets",
    resourceNames = {"b", "a"},
    verbs = DELETE)
@Rbac(
    groups = "events.k8s.io",
    resources = "events",
    verbs = {CREATE, PATCH})
@Rbac(
    groups = "core",
    resources = "events",
    verbs = {PATCH, CREATE})
@Rbac(urls = "/metrics", verbs = GET)
final class GuestbookReconciler {

  /** Permissions can stand on any type. */
  @Rbac(urls = "/healthz", verbs = GET)
  @Rbac(
      groups = "coordination.k8s.io",
      namespace = "system",
      resources = "leases",
      verbs = {GET, CREATE, UPDATE})
  @Rbac(
      groups = "core",
      namespace = "aaa",
      roleName = "other-role",
      resources = "pods",
      verbs = GET)
  @Rbac(groups = "core", roleName = "zz-role", resources = "pods", verbs = GET)
  static final class Permissions {
    private Permissions() {}
  }

  private GuestbookReconciler() {}
}
