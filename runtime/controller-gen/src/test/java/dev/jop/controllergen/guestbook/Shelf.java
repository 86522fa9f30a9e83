package dev.jop.controllergen.guestbook;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A shelf of guestbooks. */
@Group("webapp.example.com")
@Version("v1")
public final class Shelf extends CustomResource<ShelfSpec, Void> {
  private static final long serialVersionUID = 1L;
}
