[=api.header]package [=api.controllers];

import static org.assertj.core.api.Assertions.assertThat;

import [=api.basePackage].OperatorSuite;
import [=api.types].[=api.kind];
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class [=api.kind]ReconcilerTest {
<@java.assign indent=2 left="private static final File SAMPLE" right='new File("config/samples/' + api.sample + '")'/>

  @Test
  void sampleBecomesReady(KubernetesClient client) {
<@java.assign left=api.kind + " sample" right="client.resources(" + api.kind + ".class).load(SAMPLE).item()" indent=4/>
<#if api.namespaced>
    sample.getMetadata().setNamespace("default");
</#if>

    client.resource(sample).create();

<@java.assign left=api.kind + " ready" right="client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS)" indent=4/>
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady([=api.kind] [=api.variable]) {
    return [=api.variable] != null
        && [=api.variable].getStatus() != null
        && [=api.variable].getStatus().condition("Ready").isPresent();
  }
}
