package dev.jop.controllergen.guestbook;

import static dev.jop.markers.crd.ColumnType.INTEGER;

import dev.jop.markers.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A guestbook that greets its readers.
 *
 * <p>It has pages.
 */
@Group("webapp.example.com")
@Version("v1")
@ShortNames({"gb", "gbook"})
@Categories("all")
@PrinterColumn(name = "Replicas", type = INTEGER, jsonPath = ".spec.replicas")
@PrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
    description = "Whether it serves: yes or no")
@PrinterColumn(name = "Opens", jsonPath = ".spec.opensAt", format = "date-time", priority = 1)
public final class Guestbook extends CustomResource<GuestbookSpec, GuestbookStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
