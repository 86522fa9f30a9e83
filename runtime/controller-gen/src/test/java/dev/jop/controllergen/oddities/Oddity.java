package dev.jop.controllergen.oddities;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A kind with a class as spec and a record as status. */
@Group("odd.example.com")
@Version("v1")
public final class Oddity extends CustomResource<OddSpec, OddStatus> {
  private static final long serialVersionUID = 1L;

  private String data = "beside spec and status";

  public String getData() {
    return data;
  }

  public void setData(String data) {
    this.data = data;
  }
}
