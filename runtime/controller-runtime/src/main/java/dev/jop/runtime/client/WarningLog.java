package dev.jop.runtime.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each warning of an API server once. */
final class WarningLog implements WarningHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
  private static final int FROM_SERVER = 299;
  private static final int MOST_REMEMBERED = 1000;

  private final Map<String, Boolean> logged =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  @Override
  public void handle(int code, String agent, String text) {
    if (code == FROM_SERVER && !text.isEmpty() && isNew(text)) {
      LOG.warn("the API server warns: {}", text);
    }
  }

  private synchronized boolean isNew(String text) {
    return logged.put(text, true) == null;
  }
}
