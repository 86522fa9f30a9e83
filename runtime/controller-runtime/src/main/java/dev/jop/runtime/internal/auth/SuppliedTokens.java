package dev.jop.runtime.internal.auth;

import java.util.function.Supplier;

/** Tokens that the program hands over. */
final class SuppliedTokens implements TokenSource {

  private final Supplier<String> supplier;

  SuppliedTokens(Supplier<String> supplier) {
    this.supplier = supplier;
  }

  @Override
  public String token() {
    String token = supplier.get();
    return Authorization.requireToken(token == null ? "" : token, "the program's token supplier");
  }

  @Override
  public boolean rejected(String token) {
    return !token.equals(token());
  }
}
