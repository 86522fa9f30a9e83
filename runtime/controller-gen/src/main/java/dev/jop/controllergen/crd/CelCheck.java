package dev.jop.controllergen.crd;

import dev.jop.controllergen.cel.CelProblem;
import dev.jop.controllergen.cel.CelReport;
import dev.jop.controllergen.cel.CelRules;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Problems;

/**
 * Tells the compiler what is wrong with the rules of a kind, at the annotation that each comes
 * from.
 *
 * <p>A type may be used at many places; what is wrong with its rules is told once, what they cost
 * for each place where it is too much.
 */
final class CelCheck {

  private CelCheck() {}

  static void check(Kind kind, Problems problems) {
    CelReport report = CelRules.check(kind.schema());
    report.problems().forEach(problem -> tell(problem, kind, problems));
    report.budget().ifPresent(budget -> problems.warning(kind.element(), budget));
  }

  /** The name of the annotation's value; fabric8 has no name for the rule. */
  private static String value(CelProblem problem, AnnotationUse use) {
    return use.isGiven(problem.part()) ? problem.part() : "value";
  }

  private static void tell(CelProblem problem, Kind kind, Problems problems) {
    String place = problem.path().isEmpty() ? "" : "at " + problem.path() + ", ";
    if (problem.rule().origin() instanceof AnnotationUse use) {
      if (problem.warning()) {
        problems.warning(use, value(problem, use), place + problem.message());
      } else {
        problems.error(use, value(problem, use), problem.message());
      }
    } else if (problem.warning()) {
      problems.warning(kind.element(), place + problem.message());
    } else {
      problems.error(kind.element(), place + problem.message());
    }
  }
}
