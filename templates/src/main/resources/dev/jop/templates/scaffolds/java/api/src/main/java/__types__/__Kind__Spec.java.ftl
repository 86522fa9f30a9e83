[=api.header]package [=api.types];

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.MaxLength;

/**
 * What is wanted of a [=api.kind].
 *
 * @param message what its condition Ready tells; an example, put your own fields in its place
 */
public record [=api.kind]Spec(@Default("Hello") @MaxLength(1024) String message) {}
