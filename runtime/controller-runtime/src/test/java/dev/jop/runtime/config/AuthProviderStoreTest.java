package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthProviderStoreTest {

  private static final String BLOCK =
      """
      # 😀 mine
      users:
      - name: other
        user: {auth-provider: {name: oidc, config: {id-token: other}}}
      - name: me # it is me
        user:
          auth-provider:
            config:
              client-id: "c"  # the client
              id-token: old
              refresh-token: 'r''0'
            name: oidc
      clusters: [] # none
      """;

  @TempDir private Path folder;

  @Test
  void readsTheFieldsOfTheUser() throws Exception {
    assertThat(store(BLOCK).read())
        .containsOnly(
            Map.entry("client-id", "c"),
            Map.entry("id-token", "old"),
            Map.entry("refresh-token", "r'0"));
  }

  @Test
  void replacesNoMoreThanTheValues() throws Exception {
    AuthProviderStore store = store(BLOCK);
    store.write(Map.of("id-token", "new\"\\\n", "refresh-token", "r1"));

    assertThat(store.kubeconfig())
        .hasContent(
            BLOCK
                .replace("id-token: old", "id-token: \"new\\\"\\\\\\n\"")
                .replace("'r''0'", "\"r1\""));
    assertThat(store.read()).containsEntry("id-token", "new\"\\\n");
  }

  @Test
  void addsAFieldOnALineOfItsOwn() throws Exception {
    AuthProviderStore store = store(BLOCK.replace("        id-token: old\n", ""));
    store.write(Map.of("id-token", "new"));

    assertThat(store.kubeconfig())
        .hasContent(
            BLOCK
                .replace("        id-token: old\n", "")
                .replace("client-id: \"c\"", "\"id-token\": \"new\"\n        client-id: \"c\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{users: [{name: me, user: {auth-provider: {config: {client-id: c, id-token: old}}}}]}",
        "{users: [{name: me, user: {auth-provider: {config: {client-id: c}}}}]}",
        "{\"users\":[{\"name\":\"me\",\"user\":{\"auth-provider\":{\"config\":{\"client-id\":\"c\"}}}}]}",
        "users:\n- {name: me, user: {auth-provider: {config: {\n  client-id: c}}}}\n",
        "users:\n- name: me\n  user:\n    auth-provider:\n      config:\n        client-id: c",
        """
        users:
        - name: me
          user:
            auth-provider:
              config:
                id-token: >-
                  old
                  older
                client-id: c
        """,
        """
        users:
        - name: me
          user:
            auth-provider:
              config:
                id-token:
                client-id: c
        """,
      })
  void writesIntoEveryFormOfAFile(String content) throws Exception {
    AuthProviderStore store = store(content);
    Map<String, String> before = new LinkedHashMap<>(store.read());
    before.putAll(Map.of("id-token", "n", "refresh-token", "r"));
    store.write(Map.of("id-token", "n", "refresh-token", "r"));

    assertThat(store.read()).isEqualTo(before);
  }

  @Test
  void keepsTheModeAndWritesBehindALink() throws Exception {
    AuthProviderStore store = store(BLOCK);
    Files.setPosixFilePermissions(store.kubeconfig(), PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), store.kubeconfig());
    new AuthProviderStore(link, "me").write(Map.of("id-token", "new"));

    assertThat(link).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(store.kubeconfig()))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(store.read()).containsEntry("id-token", "new");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(link, store.kubeconfig());
    }
  }

  @Test
  void waitsForALockAndGivesUp() throws Exception {
    AuthProviderStore store = store(BLOCK);
    Path lock = Files.createFile(folder.resolve("kubeconfig.lock"));

    assertThatThrownBy(() -> store.write(Map.of("id-token", "new")))
        .isInstanceOf(IOException.class)
        .hasMessage("it is locked by " + lock + "; remove that if nobody writes");
    assertThat(store.kubeconfig()).hasContent(BLOCK);
    Files.delete(lock);
    store.write(Map.of("id-token", "new"));
    assertThat(lock).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "users: []", "[", "users: [{name: me, user: {token: s3cret}}]"})
  void changesNothingInAFileThatHasNoSuchUser(String content) throws Exception {
    AuthProviderStore store = store(content);

    assertThatThrownBy(() -> store.write(Map.of("id-token", "s3cret")))
        .isInstanceOf(IOException.class)
        .message()
        .doesNotContain("s3cret");
    assertThat(store.kubeconfig()).hasContent(content);
  }

  private AuthProviderStore store(String content) throws IOException {
    return new AuthProviderStore(Files.writeString(folder.resolve("kubeconfig"), content), "me");
  }
}
