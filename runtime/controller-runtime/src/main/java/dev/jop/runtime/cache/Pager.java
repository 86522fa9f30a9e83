package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.internal.json.Expected;
import dev.jop.runtime.internal.json.ForeignObjectException;
import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.internal.json.ListCutter;
import dev.jop.runtime.internal.json.ListPage;
import dev.jop.runtime.internal.json.MalformedJsonException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * Lists everything of a kind, in pages of 500 where that is of use (I10).
 *
 * <p>A server answers from its watch cache when a version is named, and then whole: pages would
 * send it to etcd. So pages are asked for when the newest state is wanted, for the first list (a
 * server with a watch cache passes over it), and for ever if the first list came in pages.
 *
 * <p>What a list does not show is gone, so an answer is not taken for a list unless it says so:
 * each page is a list of that kind with a resource version, and of objects of that kind in that
 * namespace. An item that cannot be read is passed over, as an event is.
 */
final class Pager {

  private static final int PAGE = 500;

  private final ListWatch source;
  private final ObjectParser parser;
  private final Unreadable unreadable;
  private final Duration idle;
  private final Expected expected;
  private boolean servedInPages;
  private String otherListKind = "";
  private boolean itemsNameTheirKind;
  private int passedOver;

  Pager(ListWatch source, ObjectParser parser, Unreadable unreadable, Duration idle) {
    this.source = source;
    this.parser = parser;
    this.unreadable = unreadable;
    this.idle = idle;
    this.expected = source.expected();
  }

  /**
   * Lists everything.
   *
   * @param version what the answer must be at least as new as; {@code 0} for anything, empty for
   *     the newest state
   * @param objects where to put what there is
   * @return the state of the whole that this shows
   * @throws ApiException if the server refused, fell silent, could not be reached, or answered with
   *     something else
   */
  String list(String version, List<StoredObject> objects) throws InterruptedException {
    boolean isFirst = version.equals("0");
    boolean paged = servedInPages || version.isEmpty() || isFirst;
    itemsNameTheirKind = true;
    passedOver = 0;
    ListPage page = page(version, paged ? PAGE : 0, "", objects);
    if (isFirst && !page.next().isEmpty()) {
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
    if (objects.isEmpty() && !isFirst) {
      refuseToTellAllGone(page);
    }
    if (itemsNameTheirKind && !objects.isEmpty()) {
      otherListKind = page.kind();
    }
    return page.resourceVersion();
  }

  private ListPage page(String version, int limit, String next, List<StoredObject> objects)
      throws InterruptedException {
    ListCutter cutter = new ListCutter((json, start, end) -> item(json, start, end, objects));
    try (ResponseStream stream = source.list(version, limit, next)) {
      for (List<ByteBuffer> piece = stream.read(idle); piece != null; piece = stream.read(idle)) {
        if (piece.isEmpty()) {
          throw new ApiException("cannot " + doing() + ": nothing came for " + idle, 0, "");
        }
        piece.forEach(cutter::cut);
      }
      ListPage page = ListPage.parse(cutter.envelope());
      refuseUnlessWanted(page, objects);
      return page;
    } catch (MalformedJsonException | ForeignObjectException e) {
      throw Malformed.answer(doing(), String.valueOf(e.getMessage()));
    }
  }

  private void item(byte[] json, int start, int end, List<StoredObject> objects) {
    try {
      objects.add(parser.parse(new JsonScanner(json, start, end)));
      itemsNameTheirKind &= parser.namesKind();
    } catch (ForeignObjectException e) {
      throw e; // then this is not the list that was asked for
    } catch (IllegalArgumentException e) {
      passedOver++;
      unreadable.report(json, start, end, String.valueOf(e.getMessage()));
    }
  }

  private void refuseUnlessWanted(ListPage page, List<StoredObject> objects) {
    expected.refuseOtherList(page);
    if (page.resourceVersion().isEmpty()) {
      throw new MalformedJsonException("the list has no resource version");
    }
    if (isOddlyNamed(page) && !objects.isEmpty() && !itemsNameTheirKind) {
      throw new MalformedJsonException(
          "the answer is a " + page.kind() + " whose items do not say of which kind they are");
    }
  }

  /** An answer of nothing is not enough to tell that everything has gone that was there before. */
  private void refuseToTellAllGone(ListPage page) {
    if (passedOver > 0) {
      throw Malformed.answer(doing(), "none of its " + passedOver + " items can be read");
    }
    if (isOddlyNamed(page)) {
      throw Malformed.answer(
          doing(), "the answer is an empty " + page.kind() + ", which may be of another kind");
    }
  }

  /** Whether neither the list's name nor a list of objects before says what it is a list of. */
  private boolean isOddlyNamed(ListPage page) {
    return expected.isNamedOddly(page) && !page.kind().equals(otherListKind);
  }

  private String doing() {
    return "list " + source.type().plural();
  }
}
