package org.yuanhu.networkconfig.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;

/** When a deployment has something to commit; that Fabric keeps what it is given in this form is FabricNetworkIT's. */
class ChaincodeDefinitionTest {
    private static final String VERSION = "1";

    @TempDir
    Path folder;

    private final ChaincodeDefinition wanted = new ChaincodeDefinition(Consortium.demo());

    @Test
    void theSameVersionPolicyAndCollectionIsThereAlready() {
        assertThat(wanted.isSame(committed(wanted), VERSION)).isTrue();
    }

    @Test
    void anotherVersionPolicyOrCollectionIsCommitted() throws IOException {
        assertThat(wanted.isSame(committed(wanted), "2")).isFalse();
        for (ChaincodeDefinition other : new ChaincodeDefinition[] {
            with("organisations: 3", "organisations: 4"),
            with("members: [GovernmentMSP, CooperativeMSP]", "members: [GovernmentMSP, CooperativeMSP, AuditorMSP]"),
            with("name: household-private", "name: household-secret")
        }) {
            assertThat(wanted.isSame(committed(other), VERSION)).isFalse();
            assertThat(other.isSame(committed(wanted), VERSION)).isFalse();
        }
    }

    private ChaincodeDefinition with(String before, String after) throws IOException {
        assertThat(Consortium.demoYaml()).contains(before);
        Path file = folder.resolve("consortium.yaml");
        Files.writeString(file, Consortium.demoYaml().replace(before, after));
        return new ChaincodeDefinition(Consortium.read(file));
    }

    private static QueryChaincodeDefinitionResult committed(ChaincodeDefinition definition) {
        return QueryChaincodeDefinitionResult.newBuilder()
                .setVersion(VERSION)
                .setValidationParameter(definition.endorsement().toByteString())
                .setCollections(definition.collection())
                .build();
    }
}
