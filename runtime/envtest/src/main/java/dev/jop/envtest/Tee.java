package dev.jop.envtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/**
 * Copies what a process writes both to its log and to this process's standard error, until it ends.
 */
final class Tee {
  private static final int BUFFER = 8 << 10;

  private Tee() {}

  static void start(Process process, Path log) {
    Thread thread = new Thread(() -> copy(process.getInputStream(), log), "jop-envtest-output");
    thread.setDaemon(true);
    thread.start();
  }

  private static void copy(InputStream output, Path log) {
    try (InputStream in = output;
        OutputStream out =
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        System.err.write(buffer, 0, read);
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(Tee.class).debug("the output of a server can't be copied on", e);
    }
  }
}
