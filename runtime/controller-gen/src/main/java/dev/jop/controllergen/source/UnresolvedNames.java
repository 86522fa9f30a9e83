package dev.jop.controllergen.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds declarations that use an annotation or a supertype which the compiler does not know.
 *
 * <p>The compiler reports such only after all processors, since one of them could still make the
 * type; till then a misspelt {@code @Nullable} looks as if nothing were there.
 */
final class UnresolvedNames {
  private final Trees trees;

  UnresolvedNames(Trees trees) {
    this.trees = trees;
  }

  boolean anyIn(List<TypeElement> types) {
    return types.stream().anyMatch(type -> hasUnknownSupertype(type) || hasUnknownAnnotation(type));
  }

  private static boolean hasUnknownSupertype(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .anyMatch(above -> above.getKind() == TypeKind.ERROR);
  }

  private boolean hasUnknownAnnotation(TypeElement type) {
    @Nullable TreePath path = trees.getPath(type);
    return path != null && Boolean.TRUE.equals(new Search().scan(path, null));
  }

  /** What is inside bodies and initial values is not known yet, and means nothing here. */
  private final class Search extends TreePathScanner<@Nullable Boolean, @Nullable Void> {

    @Override
    public @Nullable Boolean visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
      TreePath type = new TreePath(getCurrentPath(), tree.getAnnotationType());
      @Nullable Element element = trees.getElement(type);
      return element != null && element.asType().getKind() == TypeKind.ERROR;
    }

    @Override
    public @Nullable Boolean visitVariable(VariableTree tree, @Nullable Void nothing) {
      return reduce(scan(tree.getModifiers(), null), scan(tree.getType(), null));
    }

    @Override
    public @Nullable Boolean visitBlock(BlockTree tree, @Nullable Void nothing) {
      return false;
    }

    @Override
    public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
