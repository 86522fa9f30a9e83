package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;

/** Where more is written about a value. */
final class ExternalDocsMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    String url = use.text("url");
    if (!isAbsolute(url)) {
      throw new MisuseException("\"" + url + "\" is no absolute URL");
    }
    Map<String, Object> docs = new TreeMap<>();
    docs.put("url", url);
    if (!use.text("description").isEmpty()) {
      docs.put("description", use.text("description"));
    }
    return schema.with("externalDocs", docs);
  }

  private static boolean isAbsolute(String url) {
    try {
      return new URI(url).isAbsolute();
    } catch (URISyntaxException wrong) {
      return false;
    }
  }
}
