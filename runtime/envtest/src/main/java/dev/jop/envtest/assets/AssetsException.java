package dev.jop.envtest.assets;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why there are no binaries and what would give some. */
public final class AssetsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AssetsException(String message) {
    super(message);
  }

  AssetsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
