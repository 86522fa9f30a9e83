package dev.jop.controllergen.oddities;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jop.markers.validation.Title;

/** Names and visibilities that are easily taken wrong. */
public class OddSpec extends OddBase {
  public static int ofTheClass = 1;
  public final int constant = 1;
  public transient int passing = 1;
  protected int hidden = 1;
  @JsonProperty private int shown = 1;

  @JsonProperty("re-named")
  private int named = 1;

  @JsonIgnore public int ignored = 1;
  private transient int behindGetter = 1;

  public int getNamed() {
    return named;
  }

  public void setNamed(int named) {
    this.named = named;
  }

  public int getBehindGetter() {
    return behindGetter;
  }

  public void setBehindGetter(int behindGetter) {
    this.behindGetter = behindGetter;
  }

  @JsonProperty
  public String getURL() {
    return "a";
  }

  @JsonProperty
  public int getHTTPPort() {
    return 1;
  }

  @JsonProperty
  public int getX() {
    return 1;
  }

  public String getaName() {
    return "lower case after get";
  }

  @JsonProperty
  public boolean isOpen() {
    return true;
  }

  @JsonProperty
  @Title("also on the type, so that compilers from 22 on print it there")
  public Boolean isBoxed() {
    return true;
  }

  public String isText() {
    return "not a boolean";
  }

  public String get() {
    return "no name";
  }

  public String issue() {
    return "no prefix";
  }

  public int getOf(int argument) {
    return argument;
  }

  @JsonProperty("odd")
  public int plain() {
    return 1;
  }

  @Override
  public int getOverridden() {
    return 2;
  }

  public int hidden() {
    return hidden;
  }

  public int shown() {
    return shown;
  }
}
