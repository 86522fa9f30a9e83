package dev.jop.controllergen.drawing;

import dev.jop.markers.crd.Scale;
import dev.jop.markers.crd.SelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A drawing. */
@Group("art.example.com")
@Version("v1")
@Scale(specPath = ".spec.copies", statusPath = ".status.copies")
@SelectableField(jsonPath = ".spec.title")
public final class Drawing extends CustomResource<DrawingSpec, DrawingStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
