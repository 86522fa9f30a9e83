package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.ManualClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueMetricsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("Q15")
  void reportsWhatAQueueDoes(boolean prioritized) throws Exception {
    WorkQueue<String> queue = queue("test", prioritized);
    String label = prioritized ? "0" : "";
    queue.add("a");
    queue.add("a");
    queue.addAfter("b", SECOND);
    assertThat(recorder.name).isEqualTo("test");
    assertThat(recorder.adds).isOne();
    assertThat(recorder.retries).isOne();
    assertThat(recorder.depth).containsExactly(Map.entry(label, 1));

    clock.advance(SECOND.multipliedBy(3));
    queue.get();
    queue.get();
    assertThat(recorder.adds).isEqualTo(2);
    assertThat(recorder.depth).containsExactly(Map.entry(label, 0));
    assertThat(recorder.queueDurations).containsExactlyInAnyOrder(2.0, 3.0);

    clock.advance(SECOND);
    queue.done("a");
    clock.advance(SECOND);
    queue.add("b");
    assertThat(recorder.workDurations).containsExactly(1.0);
    assertThat(recorder.work().unfinishedSeconds()).isEqualTo(2.0);
    assertThat(recorder.depth).containsExactly(Map.entry(label, 1));
    queue.done("b");
    assertThat(recorder.workDurations).containsExactly(1.0, 2.0);
    assertThat(recorder.work().unfinishedSeconds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesNoItemToMetricsThatFail(boolean prioritized) throws Exception {
    QueueMetrics failing =
        (QueueMetrics)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {QueueMetrics.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("no room for numbers");
                });
    WorkQueue<String> queue = queue("test", prioritized, (name, work) -> failing);

    queue.add("a");
    queue.addAfter("b", SECOND);
    clock.advance(SECOND);

    assertThat(queue.get()).contains("a");
    queue.add("a");
    queue.done("a");
    assertThat(List.of(queue.get(), queue.get())).doesNotContain(Optional.empty());
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("Q15")
  void saysForHowLongWorkersHaveBeenAtIt() throws Exception {
    WorkQueue<String> queue = queue("test", true);
    assertThat(recorder.work().longestRunningSeconds()).isZero();
    queue.add("a");
    queue.add("b");
    queue.get();
    clock.advance(SECOND);
    queue.get();
    clock.advance(SECOND);

    assertThat(recorder.work().longestRunningSeconds()).isEqualTo(2.0);
    assertThat(recorder.work().unfinishedSeconds()).isEqualTo(3.0);
    queue.done("a");
    assertThat(recorder.work().longestRunningSeconds()).isEqualTo(1.0);
  }

  @Test
  @Tag("Q15")
  void hasNoMetricsWithoutAName() {
    queue("", true).add("a");

    assertThat(recorder.name).isEmpty();
    assertThat(recorder.adds).isZero();
  }

  @Test
  @Tag("P15")
  void countsTheDepthOfEachPriorityAndMovesARaisedKey() throws Exception {
    WorkQueue<String> queue = queue("test", true);
    add(queue, "a", 1);
    add(queue, "b", 1);
    add(queue, "a", 2);
    assertThat(recorder.depth).isEqualTo(Map.of("1", 1, "2", 1));
    assertThat(recorder.adds).isEqualTo(2);

    queue.add("c", AddOptions.defaults().withAfter(SECOND).withPriority(3));
    queue.add("c", AddOptions.defaults().withAfter(SECOND).withPriority(4));
    assertThat(recorder.depth).isEqualTo(Map.of("1", 1, "2", 1));
    queue.get();
    assertThat(recorder.depth).isEqualTo(Map.of("1", 1, "2", 0));
  }

  @Test
  @Tag("P15")
  void namesNoMoreThan25Priorities() throws Exception {
    WorkQueue<String> queue = queue("test", true);
    for (int i = 0; i < 30; i++) {
      add(queue, "item" + i, i);
    }
    assertThat(recorder.depth).hasSize(26).containsEntry("24", 1).doesNotContainKey("25");
    assertThat(recorder.depth).containsEntry("exceeded_cardinality_limit", 5);

    for (int i = 0; i < 30; i++) {
      queue.get();
    }
    assertThat(recorder.depth.values()).containsOnly(0);
  }

  private static void add(WorkQueue<String> queue, String item, int priority) {
    queue.add(item, AddOptions.defaults().withPriority(priority));
  }

  private WorkQueue<String> queue(String name, boolean prioritized) {
    return queue(name, prioritized, recorder::start);
  }

  private WorkQueue<String> queue(String name, boolean prioritized, QueueMetricsProvider metrics) {
    WorkQueueOptions<String> options =
        WorkQueueOptions.<String>of(name, RateLimiter.exponential())
            .withClock(clock)
            .withMetrics(metrics);
    return prioritized ? WorkQueue.createPrioritized(options) : WorkQueue.create(options);
  }

  /** Metrics to look at. */
  private static final class Recorder implements QueueMetrics {
    private final Map<String, Integer> depth = new TreeMap<>();
    private final List<Double> queueDurations = new ArrayList<>();
    private final List<Double> workDurations = new ArrayList<>();
    private final List<WorkInProgress> works = new ArrayList<>();
    private String name = "";
    private int adds;
    private int retries;

    QueueMetrics start(String queue, WorkInProgress work) {
      name = queue;
      works.add(work);
      return this;
    }

    WorkInProgress work() {
      return works.get(0);
    }

    @Override
    public void depthChanged(String priority, int change) {
      depth.merge(priority, change, Integer::sum);
    }

    @Override
    public void added() {
      adds++;
    }

    @Override
    public void retried() {
      retries++;
    }

    @Override
    public void queueDuration(double seconds) {
      queueDurations.add(seconds);
    }

    @Override
    public void workDuration(double seconds) {
      workDurations.add(seconds);
    }
  }
}
