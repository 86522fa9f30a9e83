package dev.jop.runtime.client;

import dev.jop.runtime.scheme.Codec;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an object is deleted.
 *
 * @param propagationPolicy what becomes of what it owns. By default what the API server does for
 *     the kind, as in controller-runtime: note that a Job's Pods stay then
 * @param preconditions what must be true of it; by default that it has the uid of the object that
 *     {@link Writer#delete} is given, if that has one
 * @param gracePeriodSeconds how many seconds it has to end, 0 for none; less than 0 (the default)
 *     leaves it to the object and its kind. Of the kinds that are built in Pods alone take time
 * @param dryRun whether everything is checked but nothing deleted; false by default
 */
public record DeleteOptions(
    PropagationPolicy propagationPolicy,
    Preconditions preconditions,
    long gracePeriodSeconds,
    boolean dryRun) {

  private static final DeleteOptions DEFAULTS =
      new DeleteOptions(PropagationPolicy.SERVER_DEFAULT, Preconditions.none(), -1, false);

  /** The server's policy and grace period, no preconditions, no dry run. */
  public static DeleteOptions defaults() {
    return DEFAULTS;
  }

  /** The same with another fate for what it owns. */
  public DeleteOptions withPropagationPolicy(PropagationPolicy propagationPolicy) {
    return new DeleteOptions(propagationPolicy, preconditions, gracePeriodSeconds, dryRun);
  }

  /** The same with a change of what must be true. */
  public DeleteOptions withPreconditions(UnaryOperator<Preconditions> change) {
    Preconditions changed = change.apply(preconditions);
    return new DeleteOptions(propagationPolicy, changed, gracePeriodSeconds, dryRun);
  }

  /** The same with so many seconds to end. */
  public DeleteOptions withGracePeriodSeconds(long gracePeriodSeconds) {
    return new DeleteOptions(propagationPolicy, preconditions, gracePeriodSeconds, dryRun);
  }

  /** The same, deleting nothing or something. */
  public DeleteOptions withDryRun(boolean dryRun) {
    return new DeleteOptions(propagationPolicy, preconditions, gracePeriodSeconds, dryRun);
  }

  /** As the API server wants them. */
  byte[] json() {
    ObjectNode json = Codec.shared().object();
    json.put("apiVersion", "v1").put("kind", "DeleteOptions");
    if (propagationPolicy != PropagationPolicy.SERVER_DEFAULT) {
      json.put("propagationPolicy", propagationPolicy.word());
    }
    if (gracePeriodSeconds >= 0) {
      json.put("gracePeriodSeconds", gracePeriodSeconds);
    }
    if (!preconditions.equals(Preconditions.none())) {
      ObjectNode conditions = json.putObject("preconditions");
      if (!preconditions.uid().isEmpty()) {
        conditions.put("uid", preconditions.uid());
      }
      if (!preconditions.resourceVersion().isEmpty()) {
        conditions.put("resourceVersion", preconditions.resourceVersion());
      }
    }
    if (dryRun) {
      json.putArray("dryRun").add("All");
    }
    return Codec.shared().encode(json);
  }
}
