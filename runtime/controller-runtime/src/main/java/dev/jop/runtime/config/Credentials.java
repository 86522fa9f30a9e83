package dev.jop.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How a client says who it is, besides a client certificate. No text form shows a secret. */
public sealed interface Credentials {

  /** Says nothing. */
  record Anonymous() implements Credentials {}

  /**
   * A bearer token that stays as it is.
   *
   * @param value the token
   */
  record Token(String value) implements Credentials {
    @Override
    public String toString() {
      return "Token";
    }
  }

  /**
   * A bearer token in a file, read again as it is replaced.
   *
   * @param path an absolute path
   * @param token what to send as long as the file could never be read; empty for nothing
   */
  record TokenFile(Path path, String token) implements Credentials {

    /** A token that is in the file only. */
    public TokenFile(Path path) {
      this(path, "");
    }

    @Override
    public String toString() {
      return "TokenFile[" + path + "]";
    }
  }

  /**
   * A bearer token that the program hands over, asked for with each request.
   *
   * @param supplier gives the token; called by many threads
   */
  record TokenSupplier(Supplier<String> supplier) implements Credentials {
    @Override
    public String toString() {
      return "TokenSupplier";
    }
  }

  /**
   * A user name with its password.
   *
   * @param username the name
   * @param password the password
   */
  record Basic(String username, String password) implements Credentials {
    @Override
    public String toString() {
      return "Basic[" + username + "]";
    }
  }

  /**
   * A credential plugin: a program that prints an {@code ExecCredential}.
   *
   * @param command the program: a name that is looked for on the {@code PATH}, or a path
   * @param args its arguments, each handed over as it is
   * @param env variables that it gets besides this process's own
   * @param apiVersion the version of {@code client.authentication.k8s.io} that it must answer in
   * @param installHint what to tell a user when the program is not there; may be empty
   * @param provideClusterInfo whether it is told about the cluster
   * @param clusterConfig what the cluster's {@code client.authentication.k8s.io/exec} extension
   *     says for it, as JSON; empty for nothing
   * @param interactiveMode whether it may talk to the user
   */
  record Exec(
      String command,
      List<String> args,
      Map<String, String> env,
      String apiVersion,
      String installHint,
      boolean provideClusterInfo,
      String clusterConfig,
      InteractiveMode interactiveMode)
      implements Credentials {

    /** Copies the collections. */
    public Exec {
      args = List.copyOf(args);
      env = Map.copyOf(env);
    }

    @Override
    public String toString() {
      return "Exec[" + command + "]";
    }
  }

  /** Whether a credential plugin may talk to the user. */
  enum InteractiveMode {
    /** It never needs standard input. */
    NEVER,
    /** It gets standard input where that is a terminal. */
    IF_AVAILABLE,
    /** It cannot work without a terminal. */
    ALWAYS
  }

  /**
   * OpenID Connect, kubectl's {@code auth-provider: oidc}.
   *
   * @param config the provider's fields by their names in a kubeconfig ({@code idp-issuer-url},
   *     {@code client-id}, {@code id-token}, {@code refresh-token} …)
   * @param kubeconfig where refreshed tokens are written to; nowhere if it is empty
   */
  record Oidc(Map<String, String> config, Optional<AuthProviderStore> kubeconfig)
      implements Credentials {

    /** Copies the fields. */
    public Oidc {
      config = Map.copyOf(config);
    }

    /** The issuer's address for messages, without a user name or a password in it. */
    public String issuer() {
      return Addresses.withoutLogin(config.getOrDefault("idp-issuer-url", ""));
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer() + "]";
    }
  }
}
