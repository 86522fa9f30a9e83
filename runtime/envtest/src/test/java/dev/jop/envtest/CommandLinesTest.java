package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.assets.Binaries;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
  private final CommandLines lines =
      new CommandLines(
          new Binaries(Path.of("/bin/etcd"), Path.of("/bin/kube-apiserver"), null),
          Path.of("/w"),
          1,
          2,
          3);

  @Test
  void keepEtcdOnLoopbackAndOffTheDisk() {
    assertThat(lines.etcd(Flags.none()))
        .startsWith("/bin/etcd")
        .contains(
            "--data-dir=/w/etcd",
            "--listen-client-urls=http://127.0.0.1:1",
            "--listen-peer-urls=http://127.0.0.1:2",
            "--unsafe-no-fsync=true");
  }

  @Test
  void letTheApiServerAuthorizeByRolesOnLoopback() {
    assertThat(lines.apiServer(Flags.none().set("v", "3").remove("allow-privileged"), Map.of()))
        .startsWith("/bin/kube-apiserver", "--etcd-servers=http://127.0.0.1:1")
        .contains(
            "--bind-address=127.0.0.1",
            "--secure-port=3",
            "--authorization-mode=RBAC",
            "--client-ca-file=/w/ca.crt",
            "--service-cluster-ip-range=10.0.0.0/24",
            "--v=3")
        .doesNotContain("--allow-privileged=true");
  }

  @Test
  void letTheApiServerLogRequestsIfThatIsWanted() {
    assertThat(lines.apiServer(Flags.none(), new AuditFiles(Path.of("/w")).flags()))
        .contains(
            "--audit-policy-file=/w/audit-policy.yaml",
            "--audit-log-path=/w/audit.log",
            "--audit-log-mode=blocking");
  }
}
