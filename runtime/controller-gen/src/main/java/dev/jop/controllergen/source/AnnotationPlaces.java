package dev.jop.controllergen.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where those annotations stand in a source that the compiler's messages cannot place.
 *
 * <p>Repeated annotations are in a container that stands nowhere, and those inside a type belong to
 * no element; so the compiler reports what is wrong with them at the element. The tree of the
 * source still has each at its place.
 */
final class AnnotationPlaces {
  private final Trees trees;

  AnnotationPlaces(Trees trees) {
    this.trees = trees;
  }

  /**
   * Reports something at an annotation, or at a value of it; returns whether its place was found.
   */
  boolean tell(Diagnostic.Kind kind, AnnotationUse use, Optional<String> value, String message) {
    if (use.container().isEmpty() && use.element().getAnnotationMirrors().contains(use.mirror())) {
      return false;
    }
    return tellAt(use.element(), kind, use, value, message)
        || accessor(use.element())
            .filter(method -> tellAt(method, kind, use, value, message))
            .isPresent();
  }

  private boolean tellAt(
      Element element,
      Diagnostic.Kind kind,
      AnnotationUse use,
      Optional<String> value,
      String message) {
    @Nullable TreePath declaration = trees.getPath(element);
    Optional<AnnotationTree> found =
        declaration == null ? Optional.empty() : find(use, declaration);
    found.ifPresent(
        annotation ->
            trees.printMessage(
                kind,
                message,
                value.<Tree>flatMap(name -> value(annotation, name)).orElse(annotation),
                declaration.getCompilationUnit()));
    return found.isPresent();
  }

  /** Where else the annotations of a record's component can stand: the method that reads it. */
  private static Optional<? extends Element> accessor(Element field) {
    return Optional.ofNullable(field.getEnclosingElement())
        .filter(TypeElement.class::isInstance)
        .flatMap(
            type ->
                ((TypeElement) type)
                    .getRecordComponents().stream()
                        .filter(
                            component -> component.getSimpleName().equals(field.getSimpleName()))
                        .map(RecordComponentElement::getAccessor)
                        .findFirst());
  }

  private Optional<AnnotationTree> find(AnnotationUse use, TreePath declaration) {
    List<List<AnnotationTree>> places = new ArrayList<>();
    new Collector(use.mirror().getAnnotationType().asElement()).scan(declaration, places);
    return places.stream()
        .flatMap(together -> candidates(together, use))
        .filter(annotation -> saysTheSame(annotation, use))
        .findFirst();
  }

  /** A container tells how many stand together, and which of them it is. */
  private static Stream<AnnotationTree> candidates(
      List<AnnotationTree> together, AnnotationUse use) {
    if (use.container().isEmpty()) {
      return together.stream();
    }
    return together.size() == use.container().get().list("value").size()
        ? Stream.of(together.get(use.rank()))
        : Stream.empty();
  }

  /** Annotations of one type in a declaration are told apart by the literals in them. */
  private static boolean saysTheSame(AnnotationTree annotation, AnnotationUse use) {
    return arguments(annotation)
        .allMatch(
            argument ->
                use.given(argument.getVariable().toString())
                    .filter(given -> agree(argument.getExpression(), given.getValue()))
                    .isPresent());
  }

  private static boolean agree(ExpressionTree written, Object value) {
    if (!(written instanceof LiteralTree literal) || value instanceof List<?>) {
      return true;
    }
    return (literal.getValue() instanceof Number number && value instanceof Number other)
        ? number.doubleValue() == other.doubleValue()
        : value.equals(literal.getValue());
  }

  private static Optional<ExpressionTree> value(AnnotationTree annotation, String name) {
    return arguments(annotation)
        .filter(argument -> argument.getVariable().toString().equals(name))
        .map(AssignmentTree::getExpression)
        .findFirst();
  }

  private static Stream<AssignmentTree> arguments(AnnotationTree annotation) {
    return annotation.getArguments().stream()
        .filter(AssignmentTree.class::isInstance)
        .map(AssignmentTree.class::cast);
  }

  /** Collects the annotations of one type, those that stand together in one list each. */
  private final class Collector
      extends TreePathScanner<@Nullable Void, List<List<AnnotationTree>>> {
    private final Element type;

    private Collector(Element type) {
      this.type = type;
    }

    /** What stands on the members of a type is theirs. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, List<List<AnnotationTree>> places) {
      scan(tree.getModifiers(), places);
      scan(tree.getExtendsClause(), places);
      return scan(tree.getImplementsClause(), places);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, List<List<AnnotationTree>> places) {
      scan(tree.getModifiers(), places);
      return scan(tree.getReturnType(), places);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, List<List<AnnotationTree>> places) {
      scan(tree.getModifiers(), places);
      return scan(tree.getType(), places);
    }

    @Override
    public @Nullable Void visitModifiers(ModifiersTree tree, List<List<AnnotationTree>> places) {
      places.add(together(tree.getAnnotations()));
      return null;
    }

    @Override
    public @Nullable Void visitAnnotatedType(
        AnnotatedTypeTree tree, List<List<AnnotationTree>> places) {
      places.add(together(tree.getAnnotations()));
      return scan(tree.getUnderlyingType(), places);
    }

    private List<AnnotationTree> together(List<? extends AnnotationTree> annotations) {
      List<AnnotationTree> together = new ArrayList<>();
      for (AnnotationTree annotation : annotations) {
        TreePath path = new TreePath(getCurrentPath(), annotation);
        if (type.equals(trees.getElement(new TreePath(path, annotation.getAnnotationType())))) {
          together.add(annotation);
        }
      }
      return together;
    }
  }
}
