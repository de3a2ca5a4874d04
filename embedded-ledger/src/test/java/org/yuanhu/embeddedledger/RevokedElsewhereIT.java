package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.cli.NetworkCommand;

/** A certificate that another process revokes ({@code network identity revoke}) is refused from the next request on. */
class RevokedElsewhereIT {
    private static final MspId PLATFORM = new MspId(TestChannel.PLATFORM);

    @TempDir
    Path home;

    private Identities identities;
    private EmbeddedLedger ledger;

    @BeforeEach
    void start() throws Exception {
        identities = Identities.create(home, Consortium.demo());
        ledger = EmbeddedLedger.in(home.resolve("ledger"), identities, new NotebookChaincode())
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
    }

    @Test
    void aCertificateRevokedByTheCommandIsRefusedAtTheNextRequest() throws Exception {
        UserIdentity gone = identities.issueUser(UserRequest.of("platform-operator", "gone", Map.of()));
        UserIdentity stays = identities.issueUser(UserRequest.of("platform-operator", "stays", Map.of()));
        try (Gateway revoked = connect(gone);
                Gateway good = connect(stays)) {
            contract(revoked).submitTransaction("put", "a", "1");

            revoke(gone);

            assertThatThrownBy(() -> contract(revoked).submitTransaction("put", "a", "2"))
                    .isInstanceOfSatisfying(
                            EndorseException.class,
                            refused -> assertThat(LedgerTest.said(refused)).contains("revoked", "LG-03"));
            contract(good).submitTransaction("put", "a", "3");
        }
    }

    @Test
    void aListThatCannotBeReadLeavesRevocationsAsTheyWere() throws Exception {
        UserIdentity gone = identities.issueUser(UserRequest.of("platform-operator", "gone", Map.of()));
        UserIdentity stays = identities.issueUser(UserRequest.of("platform-operator", "stays", Map.of()));
        try (Gateway revoked = connect(gone);
                Gateway good = connect(stays)) {
            revoke(gone);
            assertThatThrownBy(() -> contract(revoked).evaluateTransaction("get", "a"))
                    .hasStackTraceContaining("LG-03");
            for (Path list : identities.crlFiles(PLATFORM)) {
                Files.writeString(list, "not a list");
            }
            assertThatThrownBy(() -> contract(revoked).evaluateTransaction("get", "a"))
                    .hasStackTraceContaining("LG-03");
            contract(good).evaluateTransaction("get", "a");
        }
    }

    private void revoke(UserIdentity identity) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NetworkCommand.class.getName(),
                "identity",
                "revoke",
                identity.certificate().getSerialNumber().toString(16),
                "--home",
                home.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Gateway connect(UserIdentity who) {
        return TestChannel.connect(
                new TestOrganisation.Holder(who.msp().value(), who.certificate(), who.key()), ledger.channel());
    }

    private Contract contract(Gateway gateway) {
        Consortium consortium = identities.consortium();
        return gateway.getNetwork(consortium.channel()).getContract(consortium.chaincode());
    }
}
