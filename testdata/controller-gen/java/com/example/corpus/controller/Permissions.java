package com.example.corpus.controller;

import dev.jop.markers.rbac.Rbac;
import dev.jop.markers.rbac.Verb;

/** Permissions of all kinds. */
@Rbac(
    groups = "corpus.example.com",
    resources = "texts",
    verbs = {Verb.GET, Verb.LIST, Verb.WATCH, Verb.CREATE, Verb.UPDATE, Verb.PATCH, Verb.DELETE})
@Rbac(
    groups = "corpus.example.com",
    resources = "texts/status",
    verbs = {Verb.GET, Verb.UPDATE, Verb.PATCH})
@Rbac(groups = "corpus.example.com", resources = "texts/finalizers", verbs = Verb.UPDATE)
@Rbac(
    groups = "core",
    resources = "configmaps",
    resourceNames = {"first", "second"},
    verbs = Verb.GET)
@Rbac(
    groups = "",
    resources = {"pods", "services"},
    verbs = {Verb.LIST, Verb.GET, Verb.WATCH})
@Rbac(
    urls = {"/metrics", "/healthz"},
    verbs = Verb.GET)
@Rbac(urls = "/logs/*", verbs = Verb.GET)
@Rbac(
    groups = "apps",
    resources = "deployments",
    verbs = {Verb.GET, Verb.LIST})
@Rbac(
    groups = "apps",
    resources = "deployments",
    verbs = {Verb.WATCH, Verb.LIST})
@Rbac(
    groups = "apps",
    resources = "statefulsets",
    verbs = {Verb.GET, Verb.LIST, Verb.WATCH})
@Rbac(
    groups = {"apps", "batch"},
    resources = "jobs",
    verbs = {Verb.GET, Verb.LIST, Verb.WATCH})
@Rbac(groups = "batch", resources = "cronjobs", verbs = Verb.GET)
@Rbac(
    groups = "extensions",
    resources = "jobs",
    verbs = {Verb.GET, Verb.LIST, Verb.WATCH})
@Rbac(
    groups = "events.k8s.io",
    resources = "events",
    verbs = {Verb.CREATE, Verb.ANY})
@Rbac(groups = "*", resources = "*", verbs = Verb.GET)
@Rbac(
    groups = "coordination.k8s.io",
    resources = "leases",
    verbs = {Verb.GET, Verb.LIST, Verb.WATCH, Verb.CREATE, Verb.UPDATE, Verb.PATCH, Verb.DELETE})
@Rbac(
    groups = "rbac.authorization.k8s.io",
    resources = "roles",
    verbs = {Verb.BIND, Verb.ESCALATE})
@Rbac(groups = "policy", resources = "podsecuritypolicies", verbs = Verb.USE)
@Rbac(groups = "", resources = "users", verbs = Verb.IMPERSONATE)
@Rbac(groups = "", resources = "pods", verbs = Verb.DELETECOLLECTION)
@Rbac(
    groups = "",
    resources = "secrets",
    verbs = {Verb.GET, Verb.LIST},
    namespace = "system")
@Rbac(
    groups = "",
    resources = "configmaps",
    verbs = {Verb.GET, Verb.LIST},
    namespace = "system")
@Rbac(groups = "", resources = "secrets", verbs = Verb.GET, namespace = "other")
@Rbac(
    groups = "",
    resources = "configmaps",
    verbs = Verb.UPDATE,
    namespace = "other",
    roleName = "leader")
@Rbac(
    groups = "apps",
    resources = "deployments",
    verbs = {Verb.GET, Verb.LIST},
    roleName = "reader")
final class Permissions {}
