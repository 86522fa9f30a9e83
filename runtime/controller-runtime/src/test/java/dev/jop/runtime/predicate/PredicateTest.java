package dev.jop.runtime.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.testing.FakeView;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PredicateTest {

  private static final FakeView<ConfigMap> OBJECT = FakeView.of("default", "one");
  private static final List<Event<ConfigMap>> NO_UPDATES =
      List.of(
          new CreateEvent<>(OBJECT, false),
          new DeleteEvent<>(OBJECT, false),
          new GenericEvent<>(OBJECT));

  private final Predicate<ConfigMap> yes = new Predicate<>() {};
  private final Predicate<ConfigMap> no = yes.not();

  @Test
  @Tag("S19")
  void letsEverythingThroughByDefault() {
    assertThat(NO_UPDATES).allMatch(yes::test);
    assertThat(yes.test(update(OBJECT))).isTrue();
  }

  @Test
  @Tag("S16")
  void dropsUpdatesOfTheSameGeneration() {
    Predicate<ConfigMap> predicate = Predicate.generationChanged();

    assertThat(predicate.test(update(OBJECT.withResourceVersion("2")))).isFalse();
    assertThat(predicate.test(update(OBJECT.withGeneration(2)))).isTrue();
    assertThat(NO_UPDATES).allMatch(predicate::test);
  }

  @Test
  @Tag("S17")
  void dropsUpdatesThatLeaveTheRestAsItWas() {
    Predicate<ConfigMap> version = Predicate.resourceVersionChanged();
    Predicate<ConfigMap> label = Predicate.labelChanged();
    Predicate<ConfigMap> annotation = Predicate.annotationChanged();

    for (Predicate<ConfigMap> predicate : List.of(version, label, annotation)) {
      assertThat(predicate.test(update(OBJECT.withGeneration(2)))).isFalse();
      assertThat(NO_UPDATES).allMatch(predicate::test);
    }
    assertThat(version.test(update(OBJECT.withResourceVersion("2")))).isTrue();
    assertThat(label.test(update(OBJECT.withLabels(Map.of("a", "b"))))).isTrue();
    assertThat(annotation.test(update(OBJECT.withAnnotations(Map.of("a", "b"))))).isTrue();
  }

  @Test
  @Tag("S18")
  void combinesWithAndOrAndNot() {
    Event<ConfigMap> event = update(OBJECT);

    assertThat(yes.and(yes).test(event)).isTrue();
    assertThat(yes.and(no).test(event)).isFalse();
    assertThat(no.and(yes).test(event)).isFalse();
    assertThat(yes.or(no).test(event)).isTrue();
    assertThat(no.or(yes).test(event)).isTrue();
    assertThat(no.or(no).test(event)).isFalse();
    assertThat(no.not().test(event)).isTrue();
  }

  @Test
  @Tag("S18")
  void answersAllKindsOfEventsWhenCombined() {
    assertThat(no.create(new CreateEvent<>(OBJECT, false))).isFalse();
    assertThat(no.update(new UpdateEvent<>(OBJECT, OBJECT))).isFalse();
    assertThat(no.delete(new DeleteEvent<>(OBJECT, false))).isFalse();
    assertThat(no.generic(new GenericEvent<>(OBJECT))).isFalse();
  }

  @Test
  @Tag("S20")
  void testsTheNewObjectOfAnUpdate() {
    Predicate<ConfigMap> labelled = Predicate.object(view -> view.labels().containsKey("a"));
    FakeView<ConfigMap> withLabel = OBJECT.withLabels(Map.of("a", "b"));

    assertThat(labelled.test(new UpdateEvent<>(OBJECT, withLabel))).isTrue();
    assertThat(labelled.test(new UpdateEvent<>(withLabel, OBJECT))).isFalse();
    assertThat(labelled.test(new DeleteEvent<>(withLabel, false))).isTrue();
  }

  private static Event<ConfigMap> update(FakeView<ConfigMap> now) {
    return new UpdateEvent<>(OBJECT, now);
  }
}
