package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.ApiUser;
import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.audit.AuditedRequest;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.HostileText;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names of objects, namespaces and subresources that nobody should have, put to a real API server
 * by somebody who may do everything: the canaries live, and what the server was asked for is what
 * was meant.
 */
class HostileNamesIT {

  private static final String VICTIM = "victim";
  private static final Set<String> CANARIES = Set.of("keep", "eep", "x", "crown");
  private static final FieldOwner OWNER = FieldOwner.of("hostile").withForce();
  private static final Set<String> VERBS =
      Set.of("get", "list", "create", "update", "patch", "delete"); // never a collection

  private static final Environment ENVIRONMENT =
      Environment.start(
          EnvironmentOptions.defaults()
              .withAudit(true)
              .withCrds(Path.of("src/test/resources/gadget-crd.yaml")));
  private static final ApiUser ATTACKER = ENVIRONMENT.addUser("attacker", "system:masters");
  private static final RestClient REST = RestClient.create(ClientConfigs.of(ENVIRONMENT.config()));
  private static final Client LIVE = Client.live(REST);

  private final long seed = System.nanoTime();
  private final RestClient attacking = RestClient.create(ClientConfigs.of(ATTACKER.config()));
  private final Client client = Client.live(attacking);
  private final Set<Target> asked = new HashSet<>();
  private Map<String, String> before = Map.of();
  private int audited;

  /** What a request is about; no name for a list. */
  private record Target(String resource, String namespace, String name) {}

  @BeforeAll
  static void createCanaries() {
    LIVE.create(new NamespaceBuilder().withNewMetadata().withName(VICTIM).endMetadata().build());
    for (String name : CANARIES) {
      ObjectKey key = ObjectKey.of(VICTIM, name);
      LIVE.create(configMap(key));
      LIVE.create(Gadget.of(key, 1));
      LIVE.create(
          new SecretBuilder()
              .withNewMetadata()
              .withNamespace(VICTIM)
              .withName(name)
              .endMetadata()
              .addToStringData("key", "of the kingdom")
              .build());
    }
  }

  @AfterAll
  static void stop() {
    REST.close();
    ENVIRONMENT.close();
  }

  @BeforeEach
  void look() {
    before = canaries();
    audited = ENVIRONMENT.auditLog().requestsOf(ATTACKER.name()).size();
  }

  @AfterEach
  void findAllAsItWas() {
    attacking.close();
    assertThat(canaries()).as("seed %d", seed).isEqualTo(before);
  }

  @Test
  void ofObjectsReachNoOtherObject() {
    for (String name : texts()) {
      attack(ObjectKey.of(VICTIM, name));
    }
    assertThatNothingElseWasAskedFor();
  }

  @Test
  void ofNamespacesReachNoOtherNamespace() {
    for (String namespace : texts()) {
      ListOptions there = ListOptions.inNamespace(namespace);
      attack(ObjectKey.of(namespace, "crown"));
      ask(
          new Target("configmaps", namespace, "new"),
          () -> client.create(configMap(ObjectKey.of(namespace, "new"))));
      ask(
          new Target("secrets", namespace, ""),
          () -> assertThat(client.list(Secret.class, there)).isEmpty());
    }
    assertThatNothingElseWasAskedFor();
  }

  @Test
  void ofSubresourcesReachNothingElse() {
    ApiPath object = ResourceType.of(ConfigMap.class).path(ObjectKey.of(VICTIM, "keep"));
    for (String part : texts()) {
      for (String method : List.of("GET", "PUT", "DELETE")) {
        ask(
            new Target("configmaps/" + part, VICTIM, "keep"),
            () -> {
              ApiPath path =
                  InvalidNameException.unlessValid("try", () -> object.subresource(part));
              attacking.send(method, path, "application/json", null, "try");
              throw new AssertionError("there is a subresource " + part);
            });
      }
    }
    assertThatNothingElseWasAskedFor();
  }

  @Test
  void inSelectorsChangeNothingElseOfTheRequest() {
    for (String text : texts()) {
      ListOptions here = ListOptions.inNamespace(VICTIM);
      for (ListOptions options :
          List.of(
              here.withLabelSelector(text),
              here.withLabelSelector("a in (" + text + ")"),
              here.withFieldSelector(text),
              here.withFieldSelector("metadata.name=" + text))) {
        assertEndsClearly(text, () -> client.list(ConfigMap.class, options));
      }
    }
    assertThat(requests())
        .as("seed %d", seed)
        .hasSizeGreaterThan(100)
        .allMatch(request -> request.verb().equals("list"))
        .allMatch(request -> request.resource().equals("configmaps"))
        .allMatch(request -> request.namespace().equals(VICTIM));
  }

  @Test
  void ofAnyLengthEndInOneLine() {
    for (int length : new int[] {254, 5_000, 100_000, 3_000_000}) {
      ObjectKey key = ObjectKey.of(VICTIM, "x".repeat(length));
      assertEndsClearly("x", () -> assertThat(client.get(ConfigMap.class, key)).isEmpty());
      for (Runnable write :
          List.<Runnable>of(
              () -> client.delete(configMap(key)), () -> client.apply(configMap(key), OWNER))) {
        assertThat(assertEndsClearly(key.name(), write)).isFalse();
      }
    }
  }

  /** Does to an object what can be done to one. */
  private void attack(ObjectKey key) {
    Target map = new Target("configmaps", key.namespace(), key.name());
    ask(map, () -> client.get(ConfigMap.class, key).ifPresent(found -> assertIsAsked(found, key)));
    ask(map, () -> client.update(configMap(key)));
    ask(map, () -> assertIsAsked(client.apply(configMap(key), OWNER), key));
    ask(map, () -> client.delete(configMap(key)));
    ask(
        map,
        () ->
            client.delete(
                configMap(key),
                DeleteOptions.defaults().withPropagationPolicy(PropagationPolicy.ORPHAN)));
    ask(
        new Target("secrets", key.namespace(), key.name()),
        () -> assertThat(client.get(Secret.class, key)).isEmpty());

    Target gadget = new Target("gadgets", key.namespace(), key.name());
    ResourceType<Gadget> gadgets = ResourceType.of(Gadget.class);
    ask(gadget, () -> assertThat(client.get(gadgets.asMetadata(), key)).isEmpty());
    ask(gadget, () -> client.delete(Gadget.of(key, 1)));
    ask(gadget, () -> client.status().update(ready(key)));
    ask(
        new Target("gadgets/status", key.namespace(), key.name()),
        () -> client.status().apply(ready(key), OWNER));
  }

  /** Sends a request, or is refused. */
  private void ask(Target target, Runnable call) {
    try {
      call.run();
    } catch (InvalidNameException refused) {
      assertClear(refused, target.toString());
      return;
    } catch (CodecException halfACharacter) { // refused before its path is looked at
      assertThat(halfACharacter).hasMessageContaining("half a surrogate pair");
      return;
    } catch (ApiException e) {
      assertClear(e, target.toString());
    }
    asked.add(target);
  }

  private boolean assertEndsClearly(String text, Runnable call) {
    try {
      call.run();
      return true;
    } catch (ApiException e) {
      assertClear(e, text);
      return false;
    }
  }

  private void assertClear(ApiException e, String text) {
    assertThat(e)
        .as("of %s, seed %d", text, seed)
        .isNotInstanceOf(UnexpectedAnswerException.class)
        .message()
        .startsWith("cannot ")
        .hasSizeLessThan(2_000 + 2 * text.length());
    assertThat(e.code()).as("%s, seed %d", e, seed).isLessThan(500);
  }

  private static void assertIsAsked(HasMetadata object, ObjectKey key) {
    assertThat(ObjectKey.of(object)).isEqualTo(key);
  }

  private void assertThatNothingElseWasAskedFor() {
    Set<Target> seen =
        requests().stream()
            .map(request -> new Target(request.resource(), request.namespace(), request.name()))
            .collect(Collectors.toSet());
    assertThat(requests()).as("seed %d", seed).allMatch(r -> VERBS.contains(r.verb()));
    assertThat(asked).hasSizeGreaterThan(40);
    assertThat(without(seen, asked)).as("seen but not asked for, seed %d", seed).isEmpty();
    assertThat(without(asked, seen)).as("asked for but not seen, seed %d", seed).isEmpty();
  }

  private static Set<Target> without(Set<Target> all, Set<Target> some) {
    Set<Target> left = new HashSet<>(all);
    left.removeAll(some);
    return left;
  }

  /** What the attacker asked for, without the right to create that an apply needs besides. */
  private List<AuditedRequest> requests() {
    List<AuditedRequest> all = ENVIRONMENT.auditLog().requestsOf(ATTACKER.name());
    return all.subList(audited, all.size()).stream()
        .filter(request -> !request.verb().equals("create") || !request.name().isEmpty())
        .toList();
  }

  /** The state of everything that the attacker must not touch. */
  private static Map<String, String> canaries() {
    Map<String, String> states = new TreeMap<>();
    for (Class<? extends HasMetadata> type : List.of(ConfigMap.class, Secret.class, Gadget.class)) {
      for (HasMetadata object : LIVE.list(type, ListOptions.inNamespace(VICTIM))) {
        String name = object.getMetadata().getName();
        if (CANARIES.contains(name)) {
          String state = object.getMetadata().getUid() + object.getMetadata().getResourceVersion();
          states.put(type.getSimpleName() + " " + name, state);
        }
      }
    }
    assertThat(states).hasSize(3 * CANARIES.size());
    return states;
  }

  private List<String> texts() {
    return HostileText.some(60, new Random(seed)).stream()
        .filter(text -> !text.isEmpty() && !CANARIES.contains(text) && !text.equals(VICTIM))
        .toList();
  }

  private static Gadget ready(ObjectKey key) {
    Gadget gadget = Gadget.of(key, 1);
    gadget.setStatus(new Gadget.Status(true));
    return gadget;
  }

  private static ConfigMap configMap(ObjectKey key) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(key.namespace())
        .withName(key.name())
        .endMetadata()
        .build();
  }
}
