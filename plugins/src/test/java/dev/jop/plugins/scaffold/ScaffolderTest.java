package dev.jop.plugins.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.plugins.ScaffoldException;
import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;
import dev.jop.templates.IfExists;
import dev.jop.templates.Scaffold;
import org.junit.jupiter.api.Test;

class ScaffolderTest {
  private static final ApiArguments GUESTBOOK = ApiArguments.of("webapp", "v1", "Guestbook");

  private final Scaffolder scaffolder = new Scaffolder("1.0.0");
  private final Project empty =
      scaffolder.init(InitArguments.of("example.com", "guestbook")).project();

  @Test
  void makesAProjectWithoutApis() {
    assertThat(empty.layout()).containsExactly(Project.LAYOUT);
    assertThat(empty.cliVersion()).isEqualTo("1.0.0");
    assertThat(empty.resources()).isEmpty();
  }

  @Test
  void namesNoLicenseWhenThereIsNone() {
    InitArguments none = InitArguments.of("example.com", "guestbook").withLicense(License.NONE, "");

    assertThat(scaffolder.init(none).scaffolds())
        .extracting(Scaffold::folder)
        .containsExactly("java/init", "java/init-documents", "kustomize/init");
  }

  @Test
  void addsAnApi() {
    Plan plan = scaffolder.createApi(empty, GUESTBOOK);

    Resource added = plan.project().resources().get(0);
    assertThat(added.gvk().qualifiedGroup()).isEqualTo("webapp.example.com");
    assertThat(added.plural()).isEqualTo("guestbooks");
    assertThat(added.path()).isEqualTo("com.example.guestbook.api.v1");
    assertThat(added.controller()).isTrue();
    assertThat(plan.scaffolds())
        .extracting(Scaffold::folder)
        .containsExactly(
            "java/api",
            "java/api-package",
            "java/controller",
            "java/controller-package",
            "kustomize/api",
            "kustomize/api-roles",
            "kustomize/api-lists");
  }

  @Test
  void addsAReconcilerLater() {
    Project typesOnly = scaffolder.createApi(empty, part(true, false, false)).project();

    Plan plan = scaffolder.createApi(typesOnly, part(false, true, false));

    assertThat(plan.project().resources()).hasSize(1);
    assertThat(plan.project().resources().get(0).api()).isTrue();
    assertThat(plan.project().resources().get(0).controller()).isTrue();
    assertThat(plan.scaffolds())
        .extracting(Scaffold::folder)
        .containsExactly("java/controller", "java/controller-package");
  }

  @Test
  void overwritesOnlyWhenForced() {
    Project existing = scaffolder.createApi(empty, GUESTBOOK).project();

    assertThatThrownBy(() -> scaffolder.createApi(existing, GUESTBOOK))
        .isInstanceOf(ScaffoldException.class)
        .hasMessageContaining("already exists; use --force");
    assertThatThrownBy(() -> scaffolder.createApi(existing, part(false, true, false)))
        .hasMessageContaining("already has a reconciler");
    assertThat(scaffolder.createApi(existing, part(true, true, true)).scaffolds())
        .extracting(Scaffold::ifExists)
        .contains(IfExists.OVERWRITE)
        .doesNotContain(IfExists.FAIL);
  }

  @Test
  void addsAnotherVersionOfAKindWithoutAReconciler() {
    Project first = scaffolder.createApi(empty, GUESTBOOK).project();

    Plan plan =
        scaffolder.createApi(
            first, new ApiArguments("webapp", "v2", "Guestbook", "", true, true, false, false, ""));

    assertThat(plan.project().resources()).hasSize(2);
    assertThat(plan.scaffolds())
        .filteredOn(scaffold -> scaffold.folder().equals("kustomize/api-roles"))
        .extracting(Scaffold::ifExists)
        .containsExactly(IfExists.KEEP);
    assertThatThrownBy(
            () -> scaffolder.createApi(first, ApiArguments.of("webapp", "v2", "Guestbook")))
        .hasMessageContaining("--controller=false");
  }

  @Test
  void refusesAReconcilerOfAnUnknownKind() {
    assertThatThrownBy(() -> scaffolder.createApi(empty, part(false, true, false)))
        .hasMessageContaining("does not define");
  }

  @Test
  void wantsOneGroupUnlessThereMayBeSeveral() {
    ApiArguments other = ApiArguments.of("people", "v1", "Reader");
    Project one = scaffolder.createApi(empty, GUESTBOOK).project();
    InitArguments several = InitArguments.of("example.com", "guestbook").withMultigroup(true);
    Project many = scaffolder.createApi(scaffolder.init(several).project(), GUESTBOOK).project();

    assertThatThrownBy(() -> scaffolder.createApi(one, other))
        .hasMessageContaining("the group \"webapp\"");
    assertThat(scaffolder.createApi(many, other).project().resources())
        .extracting(Resource::path)
        .containsExactly(
            "com.example.guestbook.api.webapp.v1", "com.example.guestbook.api.people.v1");
  }

  private static ApiArguments part(boolean resource, boolean controller, boolean force) {
    return new ApiArguments("webapp", "v1", "Guestbook", "", true, resource, controller, force, "");
  }
}
