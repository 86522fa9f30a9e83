package dev.jop.controllergen.source;

import com.sun.source.util.Trees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of the sources, and where to report what is wrong with them. */
public final class Sources {
  private final Elements elements;
  private final Types types;
  private final Problems problems;
  private final @Nullable Trees trees;

  private Sources(ProcessingEnvironment environment, @Nullable Trees trees) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.problems =
        new Problems(environment.getMessager(), trees == null ? null : new AnnotationPlaces(trees));
    this.trees = trees;
  }

  /** Returns the view of one run of the compiler. */
  public static Sources of(ProcessingEnvironment environment) {
    return new Sources(environment, treesOf(environment));
  }

  /** Compilers other than javac have no trees, and build tools may hide them. */
  private static @Nullable Trees treesOf(ProcessingEnvironment environment) {
    try {
      return Trees.instance(environment);
    } catch (IllegalArgumentException | NoClassDefFoundError notJavac) {
      return null;
    }
  }

  public Elements elements() {
    return elements;
  }

  public Types types() {
    return types;
  }

  public Problems problems() {
    return problems;
  }

  /** Returns the documentation comment of an element; an empty one if there is none. */
  public Javadoc javadoc(Element element) {
    return Javadoc.parse(elements.getDocComment(element));
  }

  /** Notes it if types use a name that the compiler does not know, which it reports itself. */
  public void noteUnresolved(List<TypeElement> types) {
    if (trees != null && new UnresolvedNames(trees).anyIn(types)) {
      problems.unresolved();
    }
  }

  /**
   * Returns whether a type was compiled before, so that its Javadoc is lost; false where that
   * cannot be told.
   */
  public boolean isCompiled(TypeElement type) {
    return trees != null && trees.getPath(type) == null;
  }
}
