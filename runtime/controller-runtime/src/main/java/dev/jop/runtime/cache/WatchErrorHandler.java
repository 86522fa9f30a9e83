package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;

/** Is told of each failed try to list or watch (I33). That is reported and tried again anyway. */
@FunctionalInterface
public interface WatchErrorHandler {

  /**
   * A try failed. Called by the reflector's thread, which waits for the return before it tries
   * again. What is thrown is logged.
   */
  void failed(ApiException error);
}
