package dev.jop.controllergen.oddities;

/** What is inherited. */
public class OddBase {
  public int inherited = 1;
  private int overridden = 1;

  public int getOverridden() {
    return overridden;
  }

  public void setOverridden(int overridden) {
    this.overridden = overridden;
  }
}
