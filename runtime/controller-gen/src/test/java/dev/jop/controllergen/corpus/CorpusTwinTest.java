package dev.jop.controllergen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Our generator makes of the Java twins what controller-gen makes of the Go types, but for what
 * {@code testdata/controller-gen/differences.yaml} names and explains.
 */
class CorpusTwinTest {

  @Test
  void makesTheFilesThatControllerGenMakes() throws IOException {
    assertThat(Corpus.ours().keySet()).isEqualTo(Corpus.theirs().keySet());
  }

  @Test
  void differsFromControllerGenInNothingUnexplained() throws IOException {
    List<KnownDifference> known = KnownDifference.read();
    assertThat(differences())
        .as("not in testdata/controller-gen/differences.yaml")
        .filteredOn(difference -> known.stream().noneMatch(line -> line.explains(difference)))
        .isEmpty();
  }

  @Test
  void namesNoDifferenceThatIsNoLongerThere() throws IOException {
    List<TreeDifference> found = differences();
    assertThat(KnownDifference.read())
        .as("in testdata/controller-gen/differences.yaml, but not found")
        .filteredOn(line -> found.stream().noneMatch(line::explains))
        .isEmpty();
  }

  private static List<TreeDifference> differences() throws IOException {
    SortedMap<String, String> ours = Corpus.ours();
    List<TreeDifference> found = new ArrayList<>();
    for (Map.Entry<String, String> theirs : Corpus.theirs().entrySet()) {
      String text = ours.getOrDefault(theirs.getKey(), "");
      found.addAll(TreeDifference.between(theirs.getKey(), theirs.getValue(), text));
    }
    return found;
  }
}
