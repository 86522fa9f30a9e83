[=api.header]package [=api.types];

import dev.jop.markers.crd.ColumnType;
import dev.jop.markers.crd.PrinterColumn;
<#if api.namespaced>
import io.fabric8.kubernetes.api.model.Namespaced;
</#if>
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
<#if !api.plainPlural>
import io.fabric8.kubernetes.model.annotation.Plural;
</#if>
import io.fabric8.kubernetes.model.annotation.Version;

/** One of the [=api.plural] of {@code [=api.group]}. */
@Group("[=api.group]")
<#if api.stored>
@Version("[=api.version]")
<#else>
@Version(value = "[=api.version]", storage = false)
</#if>
<#if !api.plainPlural>
@Plural("[=api.plural]")
</#if>
@PrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@PrinterColumn(name = "Age", type = ColumnType.DATE, jsonPath = ".metadata.creationTimestamp")
<@java.class head="public final class " + api.kind
  extends="CustomResource<" + api.kind + "Spec, " + api.kind + "Status>"
  implements=api.namespaced?then("implements Namespaced {}", "{}")/>
