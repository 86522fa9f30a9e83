package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A store of views, for a reflector that brings objects as they are kept. */
record ViewStore<T extends HasMetadata>(ReflectorStore<ObjectView<T>> views, ResourceType<T> type)
    implements ReflectorStore<StoredObject> {

  @Override
  public void replace(Collection<StoredObject> objects, String resourceVersion) {
    List<ObjectView<T>> all = new ArrayList<>(objects.size());
    objects.forEach(object -> all.add(view(object)));
    views.replace(all, resourceVersion);
  }

  @Override
  public void put(StoredObject object) {
    views.put(view(object));
  }

  @Override
  public void delete(StoredObject object) {
    views.delete(view(object));
  }

  @Override
  public void bookmark(String resourceVersion) {
    views.bookmark(resourceVersion);
  }

  private ObjectView<T> view(StoredObject object) {
    return new StoredView<>(object, type);
  }
}
