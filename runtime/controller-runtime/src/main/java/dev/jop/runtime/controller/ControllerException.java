package dev.jop.runtime.controller;

import org.jspecify.annotations.Nullable;

/** A controller could not start or go on. */
public final class ControllerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ControllerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
