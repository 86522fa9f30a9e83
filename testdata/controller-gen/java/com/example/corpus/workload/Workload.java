package com.example.corpus.workload;

import dev.jop.markers.crd.ColumnType;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.ListTopology;
import dev.jop.markers.validation.ListType;
import dev.jop.markers.crd.Metadata;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.crd.PrinterColumn;
import dev.jop.markers.crd.Scale;
import dev.jop.markers.crd.SelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workload is about pods and all that is in them. */
@Group("workload.corpus.example.com")
@Version("v1")
@ShortNames({"wl", "work"})
@Categories({"all", "corpus"})
@Scale(selectorPath = ".status.selector")
@PrinterColumn(name = "Desired", type = ColumnType.INTEGER, jsonPath = ".spec.replicas")
@PrinterColumn(
    name = "Current",
    type = ColumnType.INTEGER,
    format = "int32",
    jsonPath = ".status.replicas",
    description = "How many there are: now")
@PrinterColumn(name = "Phase", jsonPath = ".status.phase", priority = 1)
@PrinterColumn(name = "Age", type = ColumnType.DATE, jsonPath = ".metadata.creationTimestamp")
@SelectableField(jsonPath = ".status.phase")
@SelectableField(jsonPath = ".spec.replicas")
@Metadata(
    labels = {"corpus.example.com/part=workloads", "tier=back"},
    annotations = "corpus.example.com/note=a=b")
public final class Workload extends CustomResource<WorkloadSpec, WorkloadStatus>
    implements Namespaced {}

/**
 * WorkloadSpec has the large types of Kubernetes itself.
 *
 * @param replicas How many.
 * @param template What runs.
 * @param claims What is stored.
 * @param volumes What is mounted.
 * @param service What serves it.
 */
record WorkloadSpec(
    @Default("1") @Minimum(0) @Nullable Integer replicas,
    PodTemplateSpec template,
    @Nullable List<PersistentVolumeClaimSpec> claims,
    @ListType(value = ListTopology.MAP, keys = "name") @Nullable List<Volume> volumes,
    @Nullable ServiceSpec service) {}

/**
 * WorkloadStatus is what was seen of a workload.
 *
 * @param replicas How many there are.
 * @param selector What chooses them.
 * @param phase In which phase it is.
 */
record WorkloadStatus(
    @Nullable Integer replicas, @Nullable String selector, @Nullable String phase) {}
