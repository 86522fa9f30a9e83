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
 * Builds a controller: the kind that it reconciles and what it watches for that.
 *
 * <pre>{@code
 * ControllerBuilder.forKind(Guestbook.class).owns(Deployment.class).complete(manager, reconciler);
 * }</pre>
 *
 * <p>Predicates that are given with a kind apply to the events of that kind alone (B6).
 */
@SuppressWarnings("varargs") // the arrays of predicates are copied and never written to
public final class ControllerBuilder {

  private final @Nullable ResourceType<?> kind;
  private final List<Function<Cache, Source>> sources = new ArrayList<>();
  private final List<Predicate<HasMetadata>> eventFilters = new ArrayList<>();
  private final List<UnaryOperator<ControllerOptions>> options = new ArrayList<>();
  private String name;

  private ControllerBuilder(@Nullable ResourceType<?> kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /**
   * Begins a controller for the objects of a kind. Its name is the kind in lower case unless {@link
   * #named} sets another.
   *
   * @throws IllegalArgumentException if the type has no {@code @Group} and {@code @Version}
   */
  @SafeVarargs
  public static <T extends HasMetadata> ControllerBuilder forKind(
      Class<T> type, Predicate<? super T>... predicates) {
    return forKind(ResourceType.of(type), predicates);
  }

  /** Begins a controller for a kind whose objects are read generically or as metadata alone. */
  @SafeVarargs
  public static <T extends HasMetadata> ControllerBuilder forKind(
      ResourceType<T> type, Predicate<? super T>... predicates) {
    return new ControllerBuilder(type, type.kind().kind().toLowerCase(Locale.ROOT))
        .watch(type, EventHandler.enqueueRequestForObject(), List.of(predicates));
  }

  /** Begins a controller that is for no kind. It needs at least one {@code watches}. */
  public static ControllerBuilder create(String name) {
    return new ControllerBuilder(null, name);
  }

  /**
   * Reconciles the controlling owner of an object, if the owner is of the controller's kind, when
   * the object changes.
   *
   * @throws IllegalStateException if the controller is for no kind (B1)
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      Class<T> type, Predicate<? super T>... predicates) {
    return owns(ResourceType.of(type), predicates);
  }

  /**
   * Reconciles the controlling owner of an object that is read generically, or as metadata alone,
   * which costs less: {@code owns(ResourceType.of(Secret.class).asMetadata())}.
   *
   * @throws IllegalStateException if the controller is for no kind (B1)
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      ResourceType<T> type, Predicate<? super T>... predicates) {
    return owns(type, OwnerMatch.CONTROLLER, predicates);
  }

  /**
   * Reconciles the owners of an object that are of the controller's kind, when the object changes
   * (B5).
   *
   * @param match which owners of that kind
   * @throws IllegalStateException if the controller is for no kind (B1)
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      Class<T> type, OwnerMatch match, Predicate<? super T>... predicates) {
    return owns(ResourceType.of(type), match, predicates);
  }

  /**
   * Reconciles the owners of an object that is read generically or as metadata alone.
   *
   * @param match which owners of the controller's kind
   * @throws IllegalStateException if the controller is for no kind (B1)
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder owns(
      ResourceType<T> type, OwnerMatch match, Predicate<? super T>... predicates) {
    if (kind == null) {
      throw new IllegalStateException(
          "controller " + name + " is for no kind that could own a " + type.kind().kind());
    }
    return watch(type, EventHandler.enqueueRequestForOwner(kind, match), List.of(predicates));
  }

  /** Reconciles the requests that a handler makes of the events of a kind. */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder watches(
      Class<T> type, EventHandler<? super T> handler, Predicate<? super T>... predicates) {
    return watches(ResourceType.of(type), handler, predicates);
  }

  /**
   * Reconciles the requests that a handler makes of the events of a kind whose objects are read
   * generically or as metadata alone.
   */
  @SafeVarargs
  public final <T extends HasMetadata> ControllerBuilder watches(
      ResourceType<T> type, EventHandler<? super T> handler, Predicate<? super T>... predicates) {
    return watch(type, handler, List.of(predicates));
  }

  /** Reconciles the requests of a source. Event filters do not apply to it. */
  public ControllerBuilder watches(Source source) {
    sources.add(cache -> source);
    return this;
  }

  /** Names the controller; needed when a manager has two controllers for one kind (B4). */
  public ControllerBuilder named(String name) {
    this.name = name;
    return this;
  }

  /**
   * Changes the options of the controller, starting from the manager's defaults. If it is called
   * several times, the changes apply one after the other.
   *
   * <pre>{@code
   * .withOptions(options -> options.withMaxConcurrentReconciles(4))
   * }</pre>
   */
  public ControllerBuilder withOptions(UnaryOperator<ControllerOptions> options) {
    this.options.add(options);
    return this;
  }

  /** Drops the events of all watched kinds, but not of sources, that a predicate rejects. */
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
    ControllerOptions changed = manager.controllerOptions();
    for (UnaryOperator<ControllerOptions> change : options) {
      changed = change.apply(changed);
    }
    Controller controller = Controller.create(name, reconciler, changed);
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
      ResourceType<T> type,
      EventHandler<? super T> handler,
      List<? extends Predicate<? super T>> predicates) {
    sources.add(
        cache -> {
          List<Predicate<? super T>> all = new ArrayList<>(eventFilters);
          all.addAll(predicates);
          return Source.kind(cache, type, handler, all);
        });
    return this;
  }
}
