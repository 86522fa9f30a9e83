package dev.jop.runtime.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * ConfigMaps with their history, as an API server holds them: every change makes a new version of
 * the whole, and what was created anew has another uid. Changes wake those who wait for them.
 */
final class ServedObjects {

  /** A change of an object: the version that it made, and the object's uid. */
  record Change(int version, String type, String name, String uid) {

    String event() {
      return ServedObjects.event(type, object(name, uid, version));
    }
  }

  /** Events, and the version of the whole behind them. */
  record Events(int version, List<String> events) {}

  private record Snapshot(int version, List<String> objects) {}

  private static final int PAGE = 2; // short, whatever limit is asked for

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Change> objects = new TreeMap<>();
  private final Map<String, Snapshot> snapshots = new HashMap<>();
  private int version = 100;
  private int compactedTo = 100;
  private int wakeUps;

  /** Creates an object or changes it. */
  synchronized void put(String name) {
    Change old = objects.get(name);
    version++;
    Change change =
        old == null
            ? new Change(version, "ADDED", name, "uid-" + version)
            : new Change(version, "MODIFIED", name, old.uid);
    objects.put(name, change);
    changes.add(change);
    notifyAll();
  }

  synchronized void delete(String name) {
    Change old = objects.remove(name);
    if (old != null) {
      version++;
      changes.add(new Change(version, "DELETED", name, old.uid));
      notifyAll();
    }
  }

  /** What is there: names and versions. */
  synchronized Map<String, Integer> versions() {
    return objects.values().stream()
        .collect(Collectors.toMap(Change::name, Change::version, (a, b) -> b, TreeMap::new));
  }

  synchronized int version() {
    return version;
  }

  /** Forgets how it came to what is there, so that old versions are too old. */
  synchronized void compact() {
    changes.clear();
    compactedTo = version;
  }

  /** Forgets the states of lists of which only some pages were read. */
  synchronized void forgetSnapshots() {
    snapshots.clear();
  }

  synchronized boolean isTooOld(int version) {
    return version < compactedTo;
  }

  /** A list as it is now: all of it, or its first page. */
  synchronized String list(boolean paged) {
    List<String> all =
        objects.values().stream().map(o -> object(o.name, o.uid, o.version)).toList();
    if (!paged) {
      return list(version, all, "");
    }
    String id = "s" + snapshots.size();
    snapshots.put(id, new Snapshot(version, all));
    return page(id + "+0").orElseThrow();
  }

  /** The page behind the one that ended with this token; nothing if its state is forgotten. */
  synchronized java.util.Optional<String> page(String token) {
    int plus = token.indexOf('+');
    Snapshot snapshot = snapshots.get(token.substring(0, plus));
    if (snapshot == null) {
      return java.util.Optional.empty();
    }
    int from = Integer.parseInt(token.substring(plus + 1));
    int to = Math.min(snapshot.objects.size(), from + PAGE);
    String next = to < snapshot.objects.size() ? token.substring(0, plus + 1) + to : "";
    return java.util.Optional.of(list(snapshot.version, snapshot.objects.subList(from, to), next));
  }

  private static String list(int version, List<String> items, String next) {
    return "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\""
        + version
        + (next.isEmpty() ? "" : "\",\"continue\":\"" + next)
        + "\"},\"items\":["
        + String.join(",", items)
        + "]}";
  }

  /** What a watch begins with that is to begin with everything; without the end. */
  synchronized Events initialEvents() {
    return new Events(
        version,
        objects.values().stream()
            .map(o -> event("ADDED", object(o.name, o.uid, o.version)))
            .toList());
  }

  /** The changes behind a version. */
  synchronized List<Change> changesAfter(int version) {
    return changes.stream().filter(change -> change.version > version).toList();
  }

  /** Their events, as a watch sends them. */
  synchronized Events eventsAfter(int version) {
    return new Events(this.version, changesAfter(version).stream().map(Change::event).toList());
  }

  /** Waits until there is something behind a version, or somebody is woken up. */
  synchronized void await(int version) throws InterruptedException {
    int before = wakeUps;
    while (this.version <= version && wakeUps == before) {
      wait();
    }
  }

  /** Wakes up who waits. */
  synchronized void wakeUp() {
    wakeUps++;
    notifyAll();
  }

  static String event(String type, String object) {
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
  }

  static String bookmark(int version, boolean endsInitial) {
    String annotations =
        endsInitial ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
    return event(
        "BOOKMARK",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\""
            + version
            + "\""
            + annotations
            + "}}");
  }

  static String object(String name, String uid, int version) {
    return "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"ns\",\"name\":\""
        + name
        + "\",\"uid\":\""
        + uid
        + "\",\"resourceVersion\":\""
        + version
        + "\"},\"data\":{\"text\":\"日本 é {\\\"😀\"}}";
  }

  /** A Status object, as an API server's errors have it. */
  static String status(int code, String reason, String message) {
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":%d,\"reason\":\"%s\",\"message\":\"%s\"}"
        .formatted(code, reason, message);
  }

  /** Fills with objects of these names. */
  void putAll(String... names) {
    IntStream.range(0, names.length).forEach(i -> put(names[i]));
  }
}
