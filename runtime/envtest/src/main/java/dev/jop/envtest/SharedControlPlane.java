package dev.jop.envtest;

import dev.jop.envtest.assets.Assets;
import dev.jop.envtest.assets.Binaries;
import dev.jop.envtest.files.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One control plane for all processes that name the same folder.
 *
 * <p>Who gets the folder's lock is the owner: it starts the control plane, says where it is, and
 * stops it. Who doesn't get it waits until the owner's is ready, and joins. The system frees the
 * lock when the owner dies, so what a dead owner left written is never believed: the next one gets
 * the lock and starts anew. The work folder is elsewhere and new each time, because the watchdog of
 * a dead owner may still be removing the old one.
 *
 * @param folder what the processes agree on
 */
record SharedControlPlane(Path folder) {
  private static final long POLL_MILLIS = 50;

  static ControlPlane startOrJoin(EnvironmentOptions options, Path folder) throws IOException {
    SharedControlPlane shared = new SharedControlPlane(folder.toAbsolutePath());
    long deadline = System.nanoTime() + options.startTimeout().toNanos();
    while (true) {
      Optional<ProcessLock> lock = ProcessLock.tryAcquire(shared.folder().resolve("lock"));
      if (lock.isPresent()) {
        return shared.start(options, lock.get());
      }
      Optional<JoinedControlPlane> joined = shared.join();
      if (joined.isPresent()) {
        return joined.get();
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new EnvironmentException(
            "the control plane of %s belongs to another process, which didn't get it ready within %d s"
                .formatted(folder, options.startTimeout().toSeconds()));
      }
      pause();
    }
  }

  private ControlPlane start(EnvironmentOptions options, ProcessLock lock) throws IOException {
    boolean started = false;
    try {
      removeTraces();
      Binaries binaries = Assets.find(options.assets());
      Path work = Files.createTempDirectory("jop-envtest-");
      LocalControlPlane plane =
          new ControlPlaneStarter(options, binaries, work, kubeconfig()).start();
      plane.onClose(() -> leave(lock));
      started = true;
      announce(work, plane);
      return plane;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  /** Lets the others join. */
  private void announce(Path work, LocalControlPlane plane) throws IOException {
    boolean announced = false;
    try {
      Path next = folder.resolve("work.new");
      Files.writeString(next, work.toString());
      Files.move(next, work(), StandardCopyOption.ATOMIC_MOVE);
      announced = true;
    } finally {
      if (!announced) {
        plane.close();
      }
    }
  }

  private Optional<JoinedControlPlane> join() throws IOException {
    try {
      Path work = Path.of(Files.readString(work()));
      CertificateAuthority authority = new Certificates(work).read(Clock.systemUTC());
      String text = Files.readString(kubeconfig());
      URI address = URI.create(Configs.fromKubeconfig(text).getMasterUrl());
      JoinedControlPlane plane =
          new JoinedControlPlane(new Access(address, authority, text, kubeconfig()), work);
      return plane.ready() ? Optional.of(plane) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void leave(ProcessLock lock) {
    try (lock) {
      removeTraces();
    } catch (IOException e) {
      throw new UncheckedIOException("can't clean " + folder, e);
    }
  }

  private void removeTraces() throws IOException {
    Files.deleteIfExists(work());
    Files.deleteIfExists(kubeconfig());
  }

  private Path work() {
    return folder.resolve("work");
  }

  private Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("interrupted while waiting for a shared control plane", e);
    }
  }
}
