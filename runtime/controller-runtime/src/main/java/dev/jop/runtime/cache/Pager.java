package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.internal.json.ListCutter;
import dev.jop.runtime.internal.json.ListPage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * Lists everything of a kind, in pages of 500 where that is of use (I10).
 *
 * <p>A server answers from its watch cache when a version is named, and then whole: pages would
 * send it to etcd. So pages are asked for when the newest state is wanted, for the first list (a
 * server with a watch cache passes over it), and for ever if the first list came in pages.
 */
final class Pager {

  private static final int PAGE = 500;

  private final ListWatch source;
  private final ObjectParser parser;
  private final Unreadable unreadable;
  private final Duration idle;
  private boolean servedInPages;

  Pager(ListWatch source, ObjectParser parser, Unreadable unreadable, Duration idle) {
    this.source = source;
    this.parser = parser;
    this.unreadable = unreadable;
    this.idle = idle;
  }

  /**
   * Lists everything.
   *
   * @param version what the answer must be at least as new as; {@code 0} for anything, empty for
   *     the newest state
   * @param objects where to put what there is
   * @return the state of the whole that this shows
   * @throws ApiException if the server refused, fell silent or could not be reached
   */
  String list(String version, List<StoredObject> objects) throws InterruptedException {
    boolean paged = servedInPages || version.isEmpty() || version.equals("0");
    ListPage page = page(version, paged ? PAGE : 0, "", objects);
    if (version.equals("0") && !page.next().isEmpty()) {
      servedInPages = true;
    }
    while (!page.next().isEmpty()) {
      try {
        page = page("", PAGE, page.next(), objects);
      } catch (ExpiredException e) { // the state that the pages show is forgotten: all at once then
        objects.clear();
        page = page(version, 0, "", objects);
      }
    }
    return page.resourceVersion();
  }

  private ListPage page(String version, int limit, String next, List<StoredObject> objects)
      throws InterruptedException {
    ListCutter cutter = new ListCutter((json, start, end) -> item(json, start, end, objects));
    try (ResponseStream stream = source.list(version, limit, next)) {
      for (List<ByteBuffer> piece = stream.read(idle); piece != null; piece = stream.read(idle)) {
        if (piece.isEmpty()) {
          throw new ApiException(failure() + "nothing came for " + idle, 0, "");
        }
        piece.forEach(cutter::cut);
      }
    }
    try {
      return ListPage.parse(cutter.envelope());
    } catch (IllegalArgumentException e) {
      throw new ApiException(failure() + e.getMessage(), e);
    }
  }

  private void item(byte[] json, int start, int end, List<StoredObject> objects) {
    try {
      objects.add(parser.parse(new JsonScanner(json, start, end)));
    } catch (IllegalArgumentException e) {
      unreadable.report(json, start, end, String.valueOf(e.getMessage()));
    }
  }

  private String failure() {
    return "cannot list " + source.type().plural() + ": ";
  }
}
