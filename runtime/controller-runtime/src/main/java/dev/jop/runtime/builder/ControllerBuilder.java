package dev.jop.runtime.builder;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.controller.Controller;
import dev.jop.runtime.controller.ControllerOptions;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.handler.OwnerMatch;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.source.Source;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what a controller reconciles and what it watches for that.
 *
 * <pre>{@code
 * ControllerBuilder.forKind(Guestbook.class).owns(Deployment.class).complete(manager, reconciler);
 * }</pre>
 *
 * <p>Predicates that are given with a kind act on the events of that kind alone (B6).
 */
@SuppressWarnings("varargs") // the arrays of predicates are copied and never written to
public final class ControllerBuilder {

  private final @Nullable ResourceType<?> kind;
  private final List<Function<Cache, Source>> sources = new ArrayList<>();
  private final List<Predicate<HasMetadata>> eventFilters = new ArrayList<>();
  private UnaryOperator<ControllerOptions> options = UnaryOperator.identity();
  private String name;

  private ControllerBuilder(@Nullable ResourceType<?> kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /**
   * A controller for the objects of a kind; it is named for the kind unless it is named otherwise.
   *
   * @throws IllegalArgumentException if the type stands for no kind
   */
  @SafeVarargs
  public static <T extends HasMetadata> ControllerBuilder forKind(
      Class<T> type, Predicate<T>... predicates) {
    return forKind(ResourceType.of(type), predicates);
  }

  /** A controller for the objects of a kind that are seen generically, or as metadata alone. */
  @SafeVarargs
  public static <T extends HasMetadata> ControllerBuilder forKind(
      ResourceType<T> type, Predicate<T>... predicates) {
    return new ControllerBuilder(type, type.kind().kind().toLowerCase(Locale.ROOT))
        .watch(type, EventHandler.enqueueRequestForObject(), List.of(predicates));
  }

  /** A controller that is for no kind and needs at least one {@code watches}. */
  public static ControllerBuilder forNoKind(String name) {
    return new ControllerBuilder(null, name);
  }

  /**
   * Reconciles the controlling owner, of the kind that this is for, when such an object changes.
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      Class<T> type, Predicate<T>... predicates) {
    return owns(ResourceType.of(type), OwnerMatch.CONTROLLER, predicates);
  }

  /**
   * Reconciles owners, of the kind that this is for, when such an object changes (B5).
   *
   * @param match which of its owners of that kind
   * @throws IllegalStateException if this is for no kind (B1)
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      Class<T> type, OwnerMatch match, Predicate<T>... predicates) {
    return owns(ResourceType.of(type), match, predicates);
  }

  /**
   * Reconciles owners when an object changes that is seen generically, or as metadata alone, which
   * costs less: {@code owns(ResourceType.of(Secret.class).asMetadata(), OwnerMatch.CONTROLLER)}.
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      ResourceType<T> type, OwnerMatch match, Predicate<T>... predicates) {
    if (kind == null) {
      throw new IllegalStateException(
          "controller " + name + " is for no kind that could own a " + type.kind().kind());
    }
    return watch(type, EventHandler.enqueueRequestForOwner(kind, match), List.of(predicates));
  }

  /** Reconciles what a handler makes of the events of a kind. */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder watches(
      Class<T> type, EventHandler<T> handler, Predicate<T>... predicates) {
    return watches(ResourceType.of(type), handler, predicates);
  }

  /** Reconciles what a handler makes of the events of a kind, seen as this type. */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder watches(
      ResourceType<T> type, EventHandler<T> handler, Predicate<T>... predicates) {
    return watch(type, handler, List.of(predicates));
  }

  /** Reconciles what a source says. The event filters do not apply to it. */
  public ControllerBuilder watches(Source source) {
    sources.add(cache -> source);
    return this;
  }

  /** Names the controller; needed when a manager has two for one kind (B4). */
  public ControllerBuilder named(String name) {
    this.name = name;
    return this;
  }

  /**
   * Changes how the controller works, from what the manager has as default.
   *
   * <pre>{@code
   * .withOptions(options -> options.withMaxConcurrentReconciles(4))
   * }</pre>
   */
  public ControllerBuilder withOptions(UnaryOperator<ControllerOptions> options) {
    this.options = options;
    return this;
  }

  /** Drops, of all kinds that are watched, the events that the predicate says no to. */
  public ControllerBuilder withEventFilter(Predicate<HasMetadata> predicate) {
    eventFilters.add(predicate);
    return this;
  }

  /**
   * Makes the controller and adds it to the manager, which runs it.
   *
   * @throws IllegalStateException if nothing is watched (B1), or the manager is stopping
   * @throws IllegalArgumentException if there is a controller of that name (C29)
   */
  public Controller complete(Manager manager, Reconciler reconciler) {
    if (sources.isEmpty()) {
      throw new IllegalStateException(
          "controller " + name + " watches nothing and would never run: add watches");
    }
    Controller controller =
        Controller.create(name, reconciler, options.apply(manager.controllerOptions()));
    try {
      sources.forEach(source -> controller.watch(source.apply(manager.cache())));
      manager.add(controller);
    } catch (RuntimeException e) {
      controller.stop(); // gives its name back
      throw e;
    }
    return controller;
  }

  private <T extends HasMetadata> ControllerBuilder watch(
      ResourceType<T> type, EventHandler<T> handler, List<Predicate<T>> predicates) {
    sources.add(cache -> Source.kind(cache, type, handler, filtered(predicates)));
    return this;
  }

  @SuppressWarnings("unchecked") // a predicate only reads objects from events, and any will do
  private <T extends HasMetadata> List<Predicate<T>> filtered(List<Predicate<T>> own) {
    List<Predicate<T>> all = new ArrayList<>();
    eventFilters.forEach(filter -> all.add((Predicate<T>) (Predicate<?>) filter));
    all.addAll(own);
    return all;
  }
}
