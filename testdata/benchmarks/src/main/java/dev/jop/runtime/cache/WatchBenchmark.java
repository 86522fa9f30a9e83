package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.JsonCutter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reads a watch of 1,000 Pods that comes in pieces of 4 kB; an operation is one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WatchBenchmark {

  private static final int EVENTS = 1_000;
  private static final int PIECE = 4096;

  private final ObjectParser parser = new ObjectParser();
  private final byte[][] events = new byte[EVENTS][];
  private byte[] stream = new byte[0];

  /** Writes the stream. */
  @Setup
  public void write() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < EVENTS; i++) {
      String pod = new String(Samples.pod(i), StandardCharsets.UTF_8);
      events[i] =
          ("{\"type\":\"ADDED\",\"object\":" + pod + "}\n").getBytes(StandardCharsets.UTF_8);
      all.writeBytes(events[i]);
    }
    stream = all.toByteArray();
  }

  /** Finds where events begin and end. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void cut(Blackhole hole) {
    read(new JsonCutter((bytes, start, end) -> hole.consume(end)));
  }

  /** Makes stored objects of events that were cut before. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void parse(Blackhole hole) {
    for (byte[] event : events) {
      hole.consume(WatchEvent.parse(event, 0, event.length, parser));
    }
  }

  /** Both. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void event(Blackhole hole) {
    read(
        new JsonCutter(
            (bytes, start, end) -> hole.consume(WatchEvent.parse(bytes, start, end, parser))));
  }

  private void read(JsonCutter cutter) {
    for (int at = 0; at < stream.length; at += PIECE) {
      cutter.cut(ByteBuffer.wrap(stream, at, Math.min(PIECE, stream.length - at)));
    }
  }
}
