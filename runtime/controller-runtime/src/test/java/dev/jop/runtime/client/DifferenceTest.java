package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.scheme.Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferenceTest {

  private final Codec codec = Codec.shared();
  private List<String> unsure = List.of();

  @Test
  void keepsWhatTheTypeDoesNotKnowBesideAndBelowWhatChanged() {
    assertThat(
            write(
                "{'size':1,'new':{'x':1},'inner':{'size':1,'new':2,'inner':{'new':[]}}}",
                shelf -> Objects.requireNonNull(shelf.inner).size = 2))
        .isEqualTo("{'size':1,'new':{'x':1},'inner':{'size':2,'new':2,'inner':{'new':[]}}}");
  }

  @Test
  void removesWhatTheProgramRemovesAndAllThatIsBelow() {
    assertThat(
            write(
                "{'size':1,'new':1,'inner':{'size':1,'new':1}}",
                shelf -> {
                  shelf.size = null;
                  shelf.inner = null;
                }))
        .isEqualTo("{'new':1}");
  }

  @Test
  void leavesWhatTheTypeWritesOtherwise() {
    String read =
        "{'count':null,'time':'PT60S','amount':0.50,'big':1.0e2,'inner':{'time':null,'count':null},"
            + "'times':['PT60S','PT120S'],'any':{'x':12345678901234567890123,'y':1.10}}";

    assertThat(write(read, shelf -> shelf.size = 7))
        .isEqualTo(read.replace("}}", "},'size':7}").replace("1.0e2", "1.0E+2"));
  }

  @Test
  void addsNoFieldThatOnlyTheTypeHas() {
    assertThat(write("{}", shelf -> shelf.size = 1)).isEqualTo("{'size':1}");
    assertThat(write("{}", shelf -> shelf.count = 1)).isEqualTo("{'count':1}");
    assertThat(write("{'count':1}", shelf -> shelf.count = 0)).isEqualTo("{'count':0}");
  }

  @Test
  void followsElementsThatMoveAreRemovedOrAdded() {
    String read = "{'items':[{'v':1,'new':1},{'v':2,'new':2},{'v':3,'new':3}]}";

    assertThat(write(read, shelf -> Collections.reverse(shelf.items())))
        .isEqualTo("{'items':[{'v':3,'new':3},{'v':2,'new':2},{'v':1,'new':1}]}");
    assertThat(write(read, shelf -> shelf.items().remove(0)))
        .isEqualTo("{'items':[{'v':2,'new':2},{'v':3,'new':3}]}");
    assertThat(write(read, shelf -> shelf.items().add(1, new Item(null, 9, null))))
        .isEqualTo("{'items':[{'v':1,'new':1},{'v':9},{'v':2,'new':2},{'v':3,'new':3}]}");
    assertThat(unsure).isEmpty();
  }

  @Test
  void followsAChangedElementByItsName() {
    assertThat(
            write(
                "{'items':[{'name':'a','new':1},{'name':'b','v':1,'new':2}]}",
                shelf -> {
                  shelf.items().set(1, new Item("b", 5, null));
                  shelf.items().remove(0);
                }))
        .isEqualTo("{'items':[{'name':'b','v':5,'new':2}]}");
    assertThat(unsure).isEmpty();
  }

  @Test
  void leavesAChangedElementWithoutAKeyAsTheProgramMadeItAndSaysSo() {
    assertThat(
            write(
                "{'inner':{'items':[{'v':1,'new':1},{'v':2,'new':2}]}}",
                shelf ->
                    Objects.requireNonNull(shelf.inner).items().set(1, new Item(null, 3, null))))
        .isEqualTo("{'inner':{'items':[{'v':1,'new':1},{'v':3}]}}");
    assertThat(unsure).containsExactly("inner.items");
  }

  @Test
  void isSureWhereTheTypeKnowsAll() {
    write("{'items':[{'v':1},{'v':2}]}", shelf -> shelf.items().set(1, new Item(null, 3, null)));

    assertThat(unsure).isEmpty();
  }

  @Test
  void doesNotTakeForAKeyWhatIsNotUnique() {
    assertThat(
            write(
                "{'items':[{'name':'x','v':1,'new':1},{'name':'x','v':2,'new':2}]}",
                shelf -> shelf.items().set(0, new Item("x", 3, null))))
        .isEqualTo("{'items':[{'name':'x','v':3},{'name':'x','v':2,'new':2}]}");
    assertThat(unsure).containsExactly("items");
  }

  @Test
  void knowsElementsByTheKeysOfKubernetesSchemas() {
    assertThat(
            write(
                "{'ports':[{'containerPort':1,'protocol':'TCP','new':1},"
                    + "{'containerPort':1,'protocol':'UDP','new':2}]}",
                shelf -> shelf.ports = List.of(new Port(1, "UDP", "u"), new Port(1, null, "t"))))
        .isEqualTo(
            "{'ports':[{'containerPort':1,'protocol':'UDP','new':2,'name':'u'},"
                + "{'containerPort':1,'new':1,'name':'t'}]}");
    assertThat(
            write(
                "{'conditions':[{'type':'A','status':'True','new':1},"
                    + "{'type':'B','status':'True','new':2}]}",
                shelf -> shelf.conditions = List.of(new Condition("B", "False"))))
        .isEqualTo("{'conditions':[{'type':'B','status':'False','new':2}]}");
  }

  @Test
  void followsElementsThatTheTypeWritesOtherwise() {
    assertThat(
            write(
                "{'items':[{'time':'PT60S','new':1},{'time':'PT120S','new':2}]}",
                shelf -> shelf.items().add(0, new Item(null, 1, null))))
        .isEqualTo("{'items':[{'v':1},{'time':'PT60S','new':1},{'time':'PT120S','new':2}]}");
  }

  @Test
  void doesNotTakeASetThatTheTypeSortsForAList() {
    assertThat(write("{'tags':['b','a']}", shelf -> shelf.tags().remove("b")))
        .isEqualTo("{'tags':['a']}");
    assertThat(write("{'tags':['b','a']}", shelf -> shelf.tags().add("c")))
        .isEqualTo("{'tags':['a','b','c']}");
    assertThat(unsure).isEmpty();
    assertThat(
            write(
                "{'limits':[{'v':2,'time':'PT120S','new':2},{'v':1,'time':'PT60S','new':1}]}",
                shelf -> shelf.limits().removeIf(limit -> limit.v == 2)))
        .isEqualTo("{'limits':[{'v':1,'time':'PT1M'}]}");
    assertThat(unsure).containsExactly("limits");
  }

  @Test
  void keepsElementsThatATransformHasHidden() {
    JsonNode read = json("{'items':[{'name':'x','v':1},{'name':'y','v':2},{'name':'z','v':3}]}");
    JsonNode shown = json("{'items':[{'name':'x','v':1},{'name':'z','v':3}]}");

    assertThat(
            new Difference(read, DifferenceTest::known)
                .merge(known(shown), json("{'items':[{'name':'z','v':4}],'count':0}")))
        .isEqualTo(json("{'items':[{'name':'z','v':4},{'name':'y','v':2}]}"));
  }

  @Test
  void leavesTheTreesAsTheyAre() {
    String text = "{'items':[{'v':1,'new':1},{'v':2,'new':2}]}";
    JsonNode read = json(text);

    new Difference(read, DifferenceTest::known)
        .merge(known(read), json("{'items':[{'v':2},{'v':3}],'count':0}"));

    assertThat(read).isEqualTo(json(text));
  }

  /** What is written if a program reads a shelf and changes it. */
  private String write(String text, Consumer<Shelf> change) {
    byte[] json = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Shelf shelf = codec.decode(json, Shelf.class);
    change.accept(shelf);
    Difference difference = new Difference(codec.tree(json), DifferenceTest::known);
    JsonNode result = difference.merge(known(codec.tree(json)), codec.toTree(shelf));
    unsure = difference.unsure().stream().map(Object::toString).toList();
    return new String(codec.encode(result), StandardCharsets.UTF_8).replace('"', '\'');
  }

  private static JsonNode known(JsonNode tree) {
    Codec codec = Codec.shared();
    return codec.toTree(codec.decode(codec.encode(tree), Shelf.class));
  }

  private static JsonNode json(String text) {
    return Codec.shared().tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** A type with a bit of everything. */
  static final class Shelf {
    public @Nullable Integer size;
    public int count;
    public @Nullable Duration time;
    public @Nullable Double amount;
    public @Nullable Double big;
    public @Nullable Shelf inner;
    public @Nullable List<Item> items;
    public @Nullable List<Port> ports;
    public @Nullable List<Condition> conditions;
    public @Nullable List<Duration> times;
    public @Nullable TreeSet<String> tags;
    public @Nullable TreeSet<Limit> limits;
    public @Nullable Map<String, Object> any;

    List<Item> items() {
      return Objects.requireNonNull(items);
    }

    Set<String> tags() {
      return Objects.requireNonNull(tags);
    }

    Set<Limit> limits() {
      return Objects.requireNonNull(limits);
    }
  }

  record Item(@Nullable String name, @Nullable Integer v, @Nullable Duration time) {}

  record Port(int containerPort, @Nullable String protocol, @Nullable String name) {}

  record Condition(String type, String status) {}

  record Limit(int v, Duration time) implements Comparable<Limit> {
    @Override
    public int compareTo(Limit other) {
      return Integer.compare(v, other.v);
    }
  }
}
