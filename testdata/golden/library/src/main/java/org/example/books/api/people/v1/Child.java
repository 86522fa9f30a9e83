/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.api.people.v1;

import dev.jop.markers.crd.ColumnType;
import dev.jop.markers.crd.PrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** One of the children of {@code people.example.org}. */
@Group("people.example.org")
@Version("v1")
@Plural("children")
@PrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@PrinterColumn(name = "Age", type = ColumnType.DATE, jsonPath = ".metadata.creationTimestamp")
public final class Child extends CustomResource<ChildSpec, ChildStatus> {}
