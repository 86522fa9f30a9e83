package dev.jop.plugins;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packages stand in one order, and each uses only those before it; so there are no cycles. */
class PackageOrderTest {
  private static final String ROOT = "dev.jop.plugins";
  private static final List<String> ORDER = List.of("naming", "project", "scaffold");

  @Test
  void usesOnlyEarlierPackages() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> ROOT + "." + name)
              .toArray(String[]::new);
      String earlier = ROOT + "." + ORDER.get(i);
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage(earlier)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(classes);
    }
  }
}
