package dev.jop.runtime.internal.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows who answers for a path: its own handler, or the nearest one for all below a path. */
final class Routes {

  private final Map<String, Route> exact = new ConcurrentHashMap<>();
  private final Map<String, Route> below = new ConcurrentHashMap<>();

  private record Route(Set<String> methods, Handler handler) {

    boolean takes(String method) {
      return methods.isEmpty()
          || methods.contains(method)
          || (method.equals("HEAD") && methods.contains("GET"));
    }
  }

  void addExact(String path, Set<String> methods, Handler handler) {
    add(exact, path, new Route(Set.copyOf(methods), handler));
  }

  void addBelow(String path, Set<String> methods, Handler handler) {
    add(below, path, new Route(Set.copyOf(methods), handler));
  }

  private static void add(Map<String, Route> routes, String path, Route route) {
    if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
      throw new IllegalArgumentException(
          "a path to serve begins with a slash and ends without one: \"" + path + '"');
    }
    if (routes.putIfAbsent(path, route) != null) {
      throw new IllegalArgumentException("there is a handler for " + path + " already");
    }
  }

  /** Hands a request to its handler. */
  Response handle(Request request) throws Exception {
    Route route = find(request.path());
    if (route == null) {
      return Response.text(404, "404 page not found\n");
    }
    if (!route.takes(request.method())) {
      return Response.text(405, "405 method not allowed\n")
          .withHeader("Allow", String.join(", ", new TreeSet<>(route.methods())));
    }
    return route.handler().handle(request);
  }

  private @Nullable Route find(String path) {
    Route route = exact.get(path);
    for (int end = path.length(); route == null && end > 0; end = path.lastIndexOf('/', end - 1)) {
      route = below.get(path.substring(0, end));
    }
    return route == null ? below.get("/") : route;
  }
}
