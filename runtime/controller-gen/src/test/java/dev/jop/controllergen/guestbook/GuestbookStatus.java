package dev.jop.controllergen.guestbook;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guestbook is.
 *
 * @param observedGeneration The generation that was seen last.
 * @param readyReplicas How many replicas are ready.
 * @param conditions What is known of its state.
 */
public record GuestbookStatus(
    @Nullable Long observedGeneration,
    @Nullable Integer readyReplicas,
    @Nullable List<Condition> conditions) {}
