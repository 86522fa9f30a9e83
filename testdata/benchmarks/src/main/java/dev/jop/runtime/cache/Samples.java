package dev.jop.runtime.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Objects as an API server sends them, the same as in Go's benchmarks. */
final class Samples {

  private static final String POD = read("/pod.json");
  private static final int ENOUGH_DIGITS = 100_000;

  private Samples() {}

  /** A Pod of 5.7 kB, of which 2.6 kB are managed fields. */
  static byte[] pod(int index) {
    return bytes(POD.replace("INDEX", number(index)));
  }

  /** A Pod with one more label. */
  static byte[] matchingPod(int index) {
    return bytes(
        POD.replace("INDEX", number(index))
            .replace("\"labels\":{", "\"labels\":{\"match\":\"true\","));
  }

  /** Only the metadata of such a Pod, as a server sends it to who asks for no more. */
  static byte[] metadata(int index) {
    String pod = POD.replace("INDEX", number(index));
    int start = pod.indexOf("\"metadata\"");
    int end = pod.indexOf(",\"spec\"");
    return bytes(
        "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\","
            + pod.substring(start, end)
            + "}");
  }

  /** A ConfigMap of half a kilobyte. */
  static byte[] configMap() {
    return bytes(
        """
        {"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"widget-1","namespace":"shop",\
        "uid":"0a1b2c3d-4e5f-4a5b-8c7d-9e0f1a2b3c4d","resourceVersion":"12345",\
        "creationTimestamp":"2026-03-01T10:00:00Z","labels":{"app":"shop"},\
        "ownerReferences":[{"apiVersion":"bench.example.com/v1","kind":"Widget","name":"widget-1",\
        "uid":"9a1e7c52-7d0b-4f6e-8f0e-2b8f4d1c6a3e","controller":true,"blockOwnerDeletion":true}]},\
        "data":{"size":"7","color":"blue"}}""");
  }

  private static String number(int index) {
    return Integer.toString(ENOUGH_DIGITS + index);
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
