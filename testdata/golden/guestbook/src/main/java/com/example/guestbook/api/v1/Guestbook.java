/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook.api.v1;

import dev.jop.markers.crd.ColumnType;
import dev.jop.markers.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** One of the guestbooks of {@code webapp.example.com}. */
@Group("webapp.example.com")
@Version("v1")
@PrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@PrinterColumn(name = "Age", type = ColumnType.DATE, jsonPath = ".metadata.creationTimestamp")
public final class Guestbook extends CustomResource<GuestbookSpec, GuestbookStatus>
    implements Namespaced {}
