package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.client.ResponseStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
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
   * @throws ApiException if the server refused, fell silent or could not be reached
   */
  ListPage list(String version) throws InterruptedException {
    boolean paged = servedInPages || version.isEmpty() || version.equals("0");
    ListPage page = page(version, paged ? PAGE : 0, "");
    List<StoredObject> objects = new ArrayList<>(page.objects());
    if (version.equals("0") && !page.next().isEmpty()) {
      servedInPages = true;
    }
    while (!page.next().isEmpty()) {
      try {
        page = page("", PAGE, page.next());
      } catch (ExpiredException e) { // the state that the pages show is forgotten: all at once then
        objects.clear();
        page = page(version, 0, "");
      }
      objects.addAll(page.objects());
    }
    return new ListPage(objects, page.resourceVersion(), "");
  }

  private ListPage page(String version, int limit, String next) throws InterruptedException {
    byte[] json = read(source.list(version, limit, next));
    try {
      return ListPage.parse(json, parser, unreadable);
    } catch (IllegalArgumentException e) {
      throw new ApiException(failure() + e.getMessage(), e);
    }
  }

  private byte[] read(ResponseStream opened) throws InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ResponseStream stream = opened) {
      for (List<ByteBuffer> piece = stream.read(idle); piece != null; piece = stream.read(idle)) {
        if (piece.isEmpty()) {
          throw new ApiException(failure() + "nothing came for " + idle, 0, "");
        }
        for (ByteBuffer buffer : piece) {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          all.write(bytes, 0, bytes.length);
        }
      }
    }
    return all.toByteArray();
  }

  private String failure() {
    return "cannot list " + source.type().plural() + ": ";
  }
}
