package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Credentials.InteractiveMode;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Credentials that a plugin gives, as kubectl runs them.
 *
 * <p>The plugin runs when a request needs credentials and there are none, when they have expired,
 * and after the server did not accept them; for all requests that wait meanwhile it runs once. It
 * may take a minute, or five where it can ask somebody at a terminal.
 */
final class ExecAuthenticator implements Authenticator {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration INTERACTIVE_LIMIT = Duration.ofMinutes(5);

  private final Credentials.Exec exec;
  private final ClientConfig config;
  private final List<Header> impersonation;
  private final boolean terminal;
  private final Duration limit;
  private final OutputStream errors;
  private final Renewed<Issued> credentials;

  ExecAuthenticator(
      Credentials.Exec exec,
      ClientConfig config,
      List<Header> impersonation,
      boolean terminal,
      Duration limit,
      InstantSource clock,
      OutputStream errors) {
    this.exec = exec;
    this.config = config;
    this.impersonation = List.copyOf(impersonation);
    this.terminal = terminal;
    this.limit = limit;
    this.errors = errors;
    credentials =
        new Renewed<>(
            "credential-plugin",
            this::run,
            issued ->
                issued.credential.expiry().map(end -> !clock.instant().isAfter(end)).orElse(true));
  }

  static Authenticator of(Credentials.Exec exec, ClientConfig config, List<Header> impersonation) {
    boolean terminal = Terminal.isThere();
    Duration limit =
        terminal && exec.interactiveMode() != InteractiveMode.NEVER ? INTERACTIVE_LIMIT : LIMIT;
    return new ExecAuthenticator(
        exec, config, impersonation, terminal, limit, InstantSource.system(), System.err);
  }

  @Override
  public List<Header> headers() {
    return credentials.get().headers;
  }

  @Override
  public Optional<ClientIdentity> identity() {
    return credentials.get().credential.identity();
  }

  @Override
  public boolean rejected(List<Header> headers) {
    Issued last = credentials.last();
    if (last != null && last.wasSent(headers)) {
      credentials.forget(last);
    }
    return true;
  }

  private Issued run() {
    String name = "the credential plugin \"" + PluginRun.printable(exec.command()) + "\"";
    if (exec.interactiveMode() == InteractiveMode.ALWAYS && !terminal) {
      throw new CredentialsException(name + " needs a terminal, and standard input is none");
    }
    boolean interactive = terminal && exec.interactiveMode() != InteractiveMode.NEVER;
    List<String> command = new ArrayList<>();
    command.add(
        PluginRun.find(exec.command(), Objects.requireNonNullElse(System.getenv("PATH"), ""))
            .orElseThrow(() -> new CredentialsException(notInstalled(name))));
    command.addAll(exec.args());
    Map<String, String> environment = new HashMap<>(exec.env());
    environment.put("KUBERNETES_EXEC_INFO", ExecInfo.of(exec, config, interactive));
    byte[] output = new PluginRun(name, limit, errors).run(command, environment, interactive);
    return new Issued(ExecCredential.parse(output, exec.apiVersion(), name), impersonation);
  }

  private String notInstalled(String name) {
    String hint = PluginRun.printable(exec.installHint());
    return name + " is not installed" + (hint.isEmpty() ? "" : ": " + hint);
  }

  /** A credential and the headers that it comes to. */
  private static final class Issued {

    final ExecCredential credential;
    final List<Header> headers;

    Issued(ExecCredential credential, List<Header> impersonation) {
      this.credential = credential;
      headers =
          credential.token().isEmpty()
              ? Collections.unmodifiableList(new ArrayList<>(impersonation)) // a list of its own
              : FixedHeaders.with(Authorization.bearer(credential.token()), impersonation);
    }

    /**
     * Whether it is this one that a request was sent with, and not one before: a certificate leaves
     * no mark in the headers, so it is the list itself that tells.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean wasSent(List<Header> sent) {
      return sent == headers;
    }
  }
}
