package dev.jop.controllergen.guestbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.MaxItems;
import dev.jop.markers.validation.MinItems;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.Pattern;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a guestbook should be.
 *
 * @param replicas How many replicas serve it: 0 is refused, {@code "1"} is what you get without it,
 *     and more than one is for guestbooks that many read at once.
 * @param greeting The greeting that it shows: letters &amp; spaces.
 * @param paper Its paper.
 * @param isClosed Whether it is closed.
 * @param writers Who may write into it.
 * @param labels Labels of what it owns.
 * @param memory The memory that it may use.
 * @param maxUnavailable How many replicas may be down.
 * @param retention How long an entry is kept.
 * @param opensAt When it opens.
 * @param secret is not in JSON
 */
public record GuestbookSpec(
    @Minimum(1) @Default("1") Integer replicas,
    @Pattern("^[A-Za-z ]+$") String greeting,
    @Default("Quiet") Volume volume,
    @Enum({"plain", "ruled", "1"}) @Nullable String paper,
    @JsonProperty("closed") boolean isClosed,
    @MinItems(1) @MaxItems(8) Optional<List<Page>> pages,
    @Nullable Set<@Pattern("^[a-z]+$") String> writers,
    @Nullable Map<String, String> labels,
    @Nullable Quantity memory,
    @Default("25%") IntOrString maxUnavailable,
    @Nullable Duration retention,
    @Nullable Instant opensAt,
    @JsonIgnore @Nullable String secret) {}
