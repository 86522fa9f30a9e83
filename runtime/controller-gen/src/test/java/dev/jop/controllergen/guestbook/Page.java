package dev.jop.controllergen.guestbook;

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.Maximum;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.Minimum;

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
