package dev.jop.testdata.widget;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** The kind that the benchmark's driver creates. */
@Group("bench.example.com")
@Version("v1")
public final class Widget extends CustomResource<WidgetSpec, WidgetStatus> implements Namespaced {

  private static final long serialVersionUID = 1L;
}
