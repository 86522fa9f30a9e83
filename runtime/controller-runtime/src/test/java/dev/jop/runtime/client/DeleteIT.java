package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deletion with its options. Nothing collects garbage here, so finalizers tell what would. */
class DeleteIT {

  private final Client client = TestServer.client();
  private final DeleteOptions options = DeleteOptions.defaults();

  @Test
  void leavesToTheServerWhatBecomesOfOwnedObjects() {
    assertThat(finalizersAfter(options)).containsExactly("orphan"); // a Job's Pods stay
  }

  @Test
  void orphansOwnedObjectsOrDeletesThemAfterOrBeforeTheirOwner() {
    assertThat(finalizersAfter(options.withPropagationPolicy(PropagationPolicy.ORPHAN)))
        .containsExactly("orphan");
    assertThat(finalizersAfter(options.withPropagationPolicy(PropagationPolicy.BACKGROUND)))
        .isEmpty();
    assertThat(finalizersAfter(options.withPropagationPolicy(PropagationPolicy.FOREGROUND)))
        .containsExactly("foregroundDeletion");
  }

  @Test
  void takesPlaceOnlyInTheStateThatIsNamed() {
    ObjectKey key = TestServer.key("states");
    Gadget first = client.create(Gadget.of(key, 1));
    first.setSpec(new Gadget.Spec(2, null));
    Gadget second = client.update(first);
    Gadget named = Gadget.of(key, 1);
    String old = "1";

    assertThatThrownBy(
            () -> client.delete(named, options.withPreconditions(p -> p.withResourceVersion(old))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(
            () -> client.delete(named, options.withPreconditions(p -> p.withUid("another"))))
        .isInstanceOf(ConflictException.class);
    String version = second.getMetadata().getResourceVersion();
    client.delete(second, options.withPreconditions(p -> p.withResourceVersion(version)));
    assertThat(client.get(Gadget.class, key)).isEmpty();
  }

  @Test
  void canBeTriedWithoutDeleting() {
    ObjectKey key = TestServer.key("tried");
    client.create(Gadget.of(key, 1));

    client.delete(Gadget.of(key, 1), options.withDryRun(true));

    assertThat(client.get(Gadget.class, key)).isPresent();
    assertThatThrownBy(
            () ->
                client.delete(
                    Gadget.of(ObjectKey.of(key.namespace(), "none"), 1), options.withDryRun(true)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void givesAPodTimeUnlessItIsToldNotTo() {
    ObjectKey key = TestServer.key("runs");
    client.create(pod(key));
    client.create(
        new BindingBuilder()
            .withNewMetadata()
            .withNamespace(key.namespace())
            .withName(key.name())
            .endMetadata()
            .withNewTarget()
            .withKind("Node")
            .withName("somewhere")
            .endTarget()
            .build());
    Pod bound = client.get(Pod.class, key).orElseThrow();
    assertThat(bound.getSpec().getNodeName()).isEqualTo("somewhere");

    client.delete(bound, options.withGracePeriodSeconds(77));
    assertThat(client.get(Pod.class, key).orElseThrow().getMetadata())
        .returns(77L, metadata -> metadata.getDeletionGracePeriodSeconds());
    client.delete(bound, options.withGracePeriodSeconds(0));
    assertThat(client.get(Pod.class, key)).isEmpty();
  }

  @Test
  void takesObjectsInEveryForm() {
    ObjectKey key = TestServer.key("forms");
    ResourceType<?> generic =
        new RestMapper(TestServer.rest())
            .find(new GroupVersionKind("test.jop.dev", "v1", "Gadget"));
    for (ResourceType<?> form :
        List.of(ResourceType.of(Gadget.class), generic, generic.asMetadata())) {
      client.create(Gadget.of(key, 1));
      HasMetadata found = client.get(form, key).orElseThrow();
      client.delete(found, options.withPropagationPolicy(PropagationPolicy.BACKGROUND));
      assertThat(client.get(Gadget.class, key)).isEmpty();
    }
  }

  @Test
  void isTakenWhateverTheServerAnswers() {
    ObjectKey key = TestServer.key("held");
    Gadget held = Gadget.of(key, 1);
    held.addFinalizer("test.jop.dev/hold");
    client.create(held);

    client.delete(held); // is answered by the object, not by a Status
    assertThat(client.get(Gadget.class, key).orElseThrow().isMarkedForDeletion()).isTrue();
  }

  /** The finalizers of a Job that was deleted so; none if it is gone. */
  private List<String> finalizersAfter(DeleteOptions how) {
    ObjectKey key = TestServer.key("job");
    Job job =
        client.create(
            new JobBuilder()
                .withNewMetadata()
                .withNamespace(key.namespace())
                .withName(key.name())
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withSpec(pod(key).getSpec())
                .endTemplate()
                .endSpec()
                .build());
    client.delete(job, how);
    return client
        .get(Job.class, key)
        .map(left -> left.getMetadata().getFinalizers())
        .orElse(List.of());
  }

  private static Pod pod(ObjectKey key) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(key.namespace())
        .withName(key.name())
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("main")
        .withImage("none")
        .endContainer()
        .endSpec()
        .build();
  }
}
