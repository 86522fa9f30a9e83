package dev.jop.controllergen;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages stand in one order, and each uses only those before it. */
class PackageOrderTest {
  private static final String ROOT = "dev.jop.controllergen";
  private static final List<String> ORDER =
      List.of(
          "yaml",
          "schema",
          "source",
          "regex",
          "cel.syntax",
          "cel.check",
          "cel.cost",
          "cel",
          "marker",
          "type",
          "crd",
          "discovery",
          "rbac",
          "webhook",
          "compatibility");

  @Test
  void eachPackageUsesOnlyThoseBeforeIt() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    LayeredArchitecture architecture =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer();
    for (String name : ORDER) {
      architecture = architecture.layer(name).definedBy(ROOT + "." + name);
    }
    for (int i = 1; i < ORDER.size(); i++) {
      architecture =
          architecture
              .whereLayer(ORDER.get(i))
              .mayOnlyAccessLayers(ORDER.subList(0, i).toArray(String[]::new));
    }
    architecture.whereLayer(ORDER.get(0)).mayNotAccessAnyLayer().check(classes);
  }
}
