package dev.jop.envtest.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log of an API server, with one entry for each request.
 *
 * <p>The server writes an entry before it ends its answer, and that of a watch when the watch
 * begins. So what a client has done is in it; what it is still doing may not be.
 *
 * @param file where the server writes it, one JSON object a line
 */
public record AuditLog(Path file) {
  /**
   * All requests so far, in the order in which they were answered.
   *
   * <p>What the server checks beside is a request, too: an apply or update that makes an object
   * needs the right to create it, and a refusal may be about something else than was asked for.
   */
  public List<AuditedRequest> requests() {
    Map<String, List<AuditedRequest>> requests = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        AuditEvent event = AuditEvent.parse(line);
        requests.putIfAbsent(event.id(), event.requests());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the audit log", e);
    }
    requests.remove(""); // The last line is not whole yet.
    return requests.values().stream().flatMap(List::stream).toList();
  }

  /** The requests of one user. */
  public List<AuditedRequest> requestsOf(String user) {
    return requests().stream().filter(request -> request.user().equals(user)).toList();
  }
}
