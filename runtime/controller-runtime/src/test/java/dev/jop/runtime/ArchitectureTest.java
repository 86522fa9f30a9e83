package dev.jop.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A package uses only those before it, so there are no cycles; and each has its place. */
class ArchitectureTest {

  private static final String BASE = ArchitectureTest.class.getPackageName() + ".";
  private static final List<String> ORDER =
      List.of(
          """
          internal.text internal.time clock thread internal.json meta scheme internal.yaml \
          config internal.tls internal.http internal.server internal.auth client event cache \
          predicate reconcile ratelimiter workqueue handler source controller healthz cluster \
          manager builder"""
              .split(" "));

  @Test
  void packagesStandInOneOrderAndUseOnlyEarlierOnes() {
    List<JavaClass> classes = classes();

    assertThat(classes)
        .isNotEmpty()
        .allMatch(type -> place(type) >= 0, "stands in a package of the order");
    assertThat(classes)
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .filteredOn(use -> use.getTargetClass().getPackageName().startsWith(BASE))
        .allMatch(
            use ->
                place(use.getTargetClass().getBaseComponentType()) <= place(use.getOriginClass()));
  }

  @Test
  void nettyIsUsedByTheServerAlone() {
    assertThat(classes())
        .filteredOn(type -> !type.getPackageName().equals(BASE + "internal.server"))
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .noneMatch(use -> use.getTargetClass().getPackageName().startsWith("io.netty."));
  }

  private static List<JavaClass> classes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ArchitectureTest.class.getPackageName())
            .stream()
            .toList();
  }

  /** A package that has no place of its own stands where the one above it does. */
  private static int place(JavaClass type) {
    String name = type.getPackageName().replace(BASE, "");
    while (!ORDER.contains(name) && name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return ORDER.indexOf(name);
  }
}
