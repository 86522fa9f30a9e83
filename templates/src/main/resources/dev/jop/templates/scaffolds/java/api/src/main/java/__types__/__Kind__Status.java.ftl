[=api.header]package [=api.types];

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a [=api.kind].
 *
 * @param observedGeneration the generation of the object that the rest is about
 * @param conditions in what ways it is well or not, one of each type
 */
<@java.signature head="public record " + api.kind + "Status("
  parameters="@Nullable Long observedGeneration, @Nullable List<Condition> conditions" tail=") {" indent=0/>

  /** The condition of that type, if there is one. */
  public Optional<Condition> condition(String type) {
    return conditions == null
        ? Optional.empty()
        : conditions.stream().filter(condition -> type.equals(condition.getType())).findFirst();
  }
}
