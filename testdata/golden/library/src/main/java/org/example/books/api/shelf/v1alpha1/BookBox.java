/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.api.shelf.v1alpha1;

import dev.jop.markers.crd.ColumnType;
import dev.jop.markers.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** One of the bookboxen of {@code shelf.example.org}. */
@Group("shelf.example.org")
@Version("v1alpha1")
@Plural("bookboxen")
@PrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@PrinterColumn(name = "Age", type = ColumnType.DATE, jsonPath = ".metadata.creationTimestamp")
public final class BookBox extends CustomResource<BookBoxSpec, BookBoxStatus>
    implements Namespaced {}
