package dev.jop.runtime.client;

import dev.jop.runtime.internal.json.Expected;
import dev.jop.runtime.internal.json.ForeignObjectException;
import dev.jop.runtime.internal.json.ListCutter;
import dev.jop.runtime.internal.json.ListPage;
import dev.jop.runtime.internal.json.MalformedJsonException;
import dev.jop.runtime.internal.json.ObjectHead;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the API server, lists in pages of 500.
 *
 * <p>A list is cut into its items while it is bytes, so that one item that its type cannot hold is
 * left out alone.
 */
final class LiveReader implements Reader {

  private static final int PAGE = 500;
  private static final int REMEMBERED = 1_000;

  private final RestClient rest;
  private final UndecodableObjects undecodable = new UndecodableObjects(REMEMBERED);

  LiveReader(RestClient rest) {
    this.rest = rest;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key) {
    ObjectRequest<T> request = ObjectRequest.of("get", type, key);
    try {
      return Optional.of(request.answer(rest.get(type, request.path(), request.doing())));
    } catch (NotFoundException e) {
      if (e.reason().isEmpty()) {
        throw e; // not the object is missing but the kind: the answer was no Status
      }
      return Optional.empty();
    }
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    int limit = options.limit() == 0 ? Integer.MAX_VALUE : options.limit();
    String doing = "list " + type.plural();
    List<T> objects = new ArrayList<>();
    String next = "";
    do {
      int page = Math.min(PAGE, limit - objects.size());
      ApiPath path = path(type, options, page, next, doing);
      byte[] answer = rest.list(type, path, doing);
      String before = next;
      next = read(answer, type, options.namespace(), objects, doing).next();
      if (!next.isEmpty() && next.equals(before)) {
        throw new UnexpectedAnswerException(
            doing, "names the same page as the next one again", null);
      }
    } while (!next.isEmpty() && objects.size() < limit);
    return objects.size() > limit ? new ArrayList<>(objects.subList(0, limit)) : objects;
  }

  private static ApiPath path(
      ResourceType<?> type, ListOptions options, int limit, String next, String doing) {
    return InvalidNameException.unlessValid(
        doing,
        () ->
            type.path(options.namespace())
                .with("labelSelector", options.labelSelector())
                .with("fieldSelector", options.fieldSelector())
                .with("limit", Integer.toString(limit))
                .with("continue", next));
  }

  private <T extends HasMetadata> ListPage read(
      byte[] answer, ResourceType<T> type, String namespace, List<T> objects, String doing) {
    Expected expected =
        new Expected(
            type.kind().apiVersion(),
            type.kind().kind(),
            type.isMetadata(),
            type.namespaced() ? namespace : "");
    List<ObjectHead> heads = new ArrayList<>();
    ListCutter cutter =
        new ListCutter(
            (json, start, end) -> {
              ObjectHead head = ObjectHead.read(json, start, end);
              heads.add(head);
              if (!head.kind().isEmpty()) {
                expected.refuseOtherKind(head.apiVersion(), head.kind());
              }
              expected.refuseOtherNamespace(head.namespace());
              try {
                objects.add(Codec.shared().decode(Arrays.copyOfRange(json, start, end), type));
              } catch (CodecException e) {
                undecodable.report(type, head, e);
              }
            });
    try {
      cutter.cut(ByteBuffer.wrap(answer));
      ListPage page = ListPage.parse(cutter.envelope());
      expected.refuseOtherList(page);
      if (expected.isNamedOddly(page)) { // then its items have to say what they are
        heads.forEach(head -> expected.refuseOtherKind(head.apiVersion(), head.kind()));
      }
      return page;
    } catch (MalformedJsonException | ForeignObjectException e) {
      throw new UnexpectedAnswerException(doing, "is not usable: " + e.getMessage(), e);
    }
  }
}
