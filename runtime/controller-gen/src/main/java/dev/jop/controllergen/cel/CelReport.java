package dev.jop.controllergen.cel;

import java.util.List;
import java.util.Optional;

/**
 * What is to be said about all rules of one version of a CRD.
 *
 * @param problems what is wrong with single rules
 * @param budget that all rules together cost more than the API server accepts, if they do
 */
public record CelReport(List<CelProblem> problems, Optional<String> budget) {

  public CelReport {
    problems = List.copyOf(problems);
  }
}
