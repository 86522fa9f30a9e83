package dev.jop.controllergen.guestbook;

import dev.jop.runtime.marker.Default;
import dev.jop.runtime.marker.MaxLength;
import dev.jop.runtime.marker.Maximum;
import dev.jop.runtime.marker.MinLength;
import dev.jop.runtime.marker.Minimum;

/** One page of a guestbook. */
public class Page {
  /** The title on top of the page. */
  @MinLength(1)
  @MaxLength(40)
  private String title = "";

  @Default("20")
  @Minimum(1)
  @Maximum(value = 100, exclusive = true)
  private long lines;

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  /** The number of lines; a page without it has 20. */
  public long getLines() {
    return lines;
  }

  public void setLines(long lines) {
    this.lines = lines;
  }
}
