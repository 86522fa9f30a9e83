package dev.jop.testdata.bench;

import dev.jop.envtest.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Runs a control plane until its standard input ends. */
public final class ControlPlane {

  private ControlPlane() {}

  /**
   * Starts it, installs a CRD, and writes a kubeconfig.
   *
   * @param args the CRD's file, and the file to write the kubeconfig to
   */
  public static void main(String[] args) throws IOException {
    try (Environment environment = Environment.start()) {
      environment.installCrds(Path.of(args[0]));
      Path half = Path.of(args[1] + ".half");
      Files.writeString(half, environment.kubeconfig());
      Files.move(half, Path.of(args[1]), StandardCopyOption.ATOMIC_MOVE);
      while (System.in.read() >= 0) {
        // whoever started this process holds the other end until it is done
      }
    }
  }
}
