package dev.jop.envtest.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
  @TempDir Path folder;

  private void extract(byte[] archive, String... names) throws IOException {
    TarGz.extract(new ByteArrayInputStream(archive), Set.of(names), folder);
  }

  @Test
  void takesTheNamedFilesAsExecutables() throws Exception {
    extract(TestArchive.official(), "etcd", "kube-apiserver");

    assertThat(folder.resolve("etcd")).hasContent("the etcd").isExecutable();
    assertThat(folder.resolve("kube-apiserver")).hasSize(1500);
    assertThat(folder.resolve("kubectl")).doesNotExist();
  }

  @Test
  void neverLeavesTheFolder() throws Exception {
    byte[] archive =
        new TestArchive()
            .add("../../etcd", '0', "inside after all")
            .add("/tmp/../other", '0', "nowhere")
            .add("kubectl", '2', "")
            .gzip();

    extract(archive, "etcd", "kubectl");

    assertThat(folder.resolve("etcd")).hasContent("inside after all");
    assertThat(folder).isDirectoryNotContaining("glob:**kubectl");
    assertThat(folder.resolve("../../etcd").normalize()).doesNotExist();
  }

  @Test
  void noticesAnArchiveThatIsCut() throws Exception {
    byte[] whole = new TestArchive().add("etcd", '0', "y".repeat(100_000)).gzip();

    assertThatThrownBy(() -> extract(Arrays.copyOf(whole, whole.length / 2), "etcd"))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void noticesWhatIsNoArchive() {
    assertThatThrownBy(() -> extract(new byte[] {1, 2, 3}, "etcd")).isInstanceOf(IOException.class);
  }
}
