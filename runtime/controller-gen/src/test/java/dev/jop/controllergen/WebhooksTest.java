package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that the API server would refuse are errors at their line. */
class WebhooksTest {
  private static final String KIND =
      "@Group(\"x.example.com\") @Version(\"v1\") class Thing extends CustomResource<Void, Void> {}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                                  | needs name, or forKind from which it follows
          name = "a.b.c"                          | needs groups, or forKind
          forKind = Hook.class                    | Hook is not a kind; that has @Group and @Version
          forKind = Thing.class, name = "a.b"     | the name "a.b" must be a domain with three parts
          forKind = Thing.class, name = "A.b.c"   | the name "A.b.c" must be a domain
          forKind = Thing.class, operations = {}  | needs at least one operation
          forKind = Thing.class, operations = {Operation.ANY, Operation.CREATE} | ANY among operations
          forKind = Thing.class, groups = {"*", "apps"}  | * among groups means all and stands alone
          forKind = Thing.class, versions = {"v1", "*"}  | * among versions means all
          forKind = Thing.class, versions = ""           | a version is empty
          forKind = Thing.class, resources = "Thing"     | "Thing" is not a resource; write "things"
          forKind = Thing.class, resources = "thing"     | write "things"
          forKind = Thing.class, resources = {"*", "things"} | things is among * already
          forKind = Thing.class, resources = {"things/*", "things/status"} | things/status is among things/* already
          forKind = Thing.class, resources = {"*/status", "things/status"} | things/status is among */status already
          forKind = Thing.class, resources = {"*/*", "things"} | */* means all resources and stands alone
          forKind = Thing.class, timeoutSeconds = 0      | timeoutSeconds must be from 1 to 30, not 0
          forKind = Thing.class, timeoutSeconds = 31     | timeoutSeconds must be from 1 to 30, not 31
          forKind = Thing.class, admissionReviewVersions = "v2" | needs v1 or v1beta1
          forKind = Thing.class, admissionReviewVersions = {}   | needs v1 or v1beta1
          forKind = Thing.class, admissionReviewVersions = {"v1", "v1"} | has a version twice
          forKind = Thing.class, admissionReviewVersions = {"v1", "1"}  | "1" is not a version
          forKind = Thing.class, path = "a"              | the path "a" must begin with a slash
          forKind = Thing.class, path = "/a//b"          | the path "/a//b" must
          forKind = Thing.class, path = "/A"             | the path "/A" must
          forKind = Thing.class, url = "http://a/b"      | the url must be https://host/path
          forKind = Thing.class, url = "https://u@a/b"   | the url must be https://host/path
          forKind = Thing.class, url = "https://a/b?c"   | the url must be https://host/path
          forKind = Thing.class, url = "https://a b"     | the url is none
          forKind = Thing.class, url = "https://a/b", path = "/c" | has a url and so no path
          forKind = Thing.class, url = "https://a/b", servicePort = 1 | has a url and so no servicePort
          forKind = Thing.class, servicePort = 0         | the servicePort 0 must be from 1 to 65535
          forKind = Thing.class, serviceName = "A"       | the serviceName "A" must be small letters
          forKind = Thing.class, objectSelector = "a in b" | objectSelector: "a in b" is not a requirement
          forKind = Thing.class, objectSelector = ""     | objectSelector: "" is not a requirement
          forKind = Thing.class, namespaceSelector = "a>1" | namespaceSelector: "a>1" is not a requirement
          forKind = Thing.class, namespaceSelector = "a=b,a=c" | namespaceSelector: a has two values
          forKind = Thing.class, namespaceSelector = "-a"   | "-a" is not the key of a label
          forKind = Thing.class, namespaceSelector = "a=b/c" | "b/c" is not the value of a label
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a b", expression = "true") | needs a name such as
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a", expression = " ") | the match condition a has no expression
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a", expression = "request.name ==") | the match condition a:
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a", expression = "request.nam == ''") | the match condition a:
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a", expression = "self.x == 1") | the match condition a:
          forKind = Thing.class, matchConditions = @MatchCondition(name = "a", expression = "request.name") | the match condition a: must be of type bool, but is of type string
          forKind = Thing.class, matchConditions = {@MatchCondition(name = "a", expression = "true"), @MatchCondition(name = "a", expression = "false")} | two match conditions with the name a
          """)
  void areRefusedAtTheirLine(String values, String message) {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                KIND,
                "@ValidatingWebhook(" + (values == null ? "" : values) + ")",
                "class Hook {}");
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(result.diagnostics().get(0).message())
        .startsWith("@ValidatingWebhook: ")
        .contains(message);
    assertThat(result.diagnostics().get(0).line()).isEqualTo(3);
    assertThat(result.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.spec.x == 1 && oldObject == null",
        "!('system:nodes' in request.userInfo.groups) || request.dryRun",
        "request.resource.group != 'x' && request.userInfo.extra['a'].exists(v, v == 'b')",
        "!authorizer.group('x').resource('things').check('skip').allowed()",
        "object.metadata.labels.all(k, k.startsWith('a'))"
      })
  void mayHaveConditionsThatSpeakOfTheRequest(String expression) {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                KIND,
                "@ValidatingWebhook(forKind = Thing.class, matchConditions = @MatchCondition(name = \"a\", expression = \""
                    + expression
                    + "\"))",
                "class Hook {}");
    assertThat(result.diagnostics()).isEmpty();
  }

  @Test
  void haveNoMoreConditionsThanTheApiServerTakes() {
    String conditions =
        IntStream.rangeClosed(1, 65)
            .mapToObj(i -> "@MatchCondition(name = \"c" + i + "\", expression = \"true\")")
            .collect(Collectors.joining(", "));
    GenerateResult result =
        new Snippet(folder)
            .generate(
                KIND,
                "@ValidatingWebhook(forKind = Thing.class, matchConditions = {" + conditions + "})",
                "class Hook {}");
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .containsExactly("@ValidatingWebhook: there are more than 64 match conditions");
  }

  @Test
  void haveNamesOfTheirOwn() {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                KIND,
                "@MutatingWebhook(forKind = Thing.class)",
                "@ValidatingWebhook(forKind = Thing.class)",
                "@ValidatingWebhook(forKind = Thing.class)",
                "class Hook {}");
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .containsExactly(
            "@ValidatingWebhook: there are two webhooks with the name vthing-v1.kb.io; set another name");
  }

  @Test
  void stayInOneConfigurationWhoseNameIsSaidOnce() {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                "@WebhookConfiguration(mutating = \"a\") class A {}",
                "@WebhookConfiguration(validating = \"B\") class B {}");
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .containsExactlyInAnyOrder(
            "@WebhookConfiguration: \"B\" must be small letters, digits, dashes and dots",
            "@WebhookConfiguration: stands on another type already");
  }

  @Test
  void mayBeLimitedToAScope() {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                KIND,
                "@MutatingWebhook(forKind = Thing.class, scope = ResourceScope.CLUSTER)",
                "class Hook {}");
    assertThat(result.files().get("webhook/manifests.yaml"))
        .contains("    resources:\n    - things\n    scope: Cluster\n");
  }

  @Test
  void areAskedNoMoreWhenTheyAreGone() throws IOException {
    Path config = folder.resolve("config");
    Files.createDirectories(config.resolve("webhook"));
    Files.writeString(config.resolve("webhook/manifests.yaml"), "---\n");
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(folder), GuestbookSources.classPath())
                .withOutputDir(config));
    assertThat(result.files().get("webhook/manifests.yaml"))
        .contains("kind: MutatingWebhookConfiguration", "kind: ValidatingWebhookConfiguration")
        .contains("webhooks: []");
  }
}
