package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private final TestChannel channel = new TestChannel();

    @TempDir
    Path directory;

    private EmbeddedLedger ledger;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        ledger = channel.start(directory);
        gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), ledger.channel());
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        ledger.close();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void putsGetsAndDeletesAndRemembersAcrossARestart() throws Exception {
        contract.submitTransaction("put", "a", "1");
        contract.submitTransaction("put", "b", "2");
        contract.submitTransaction("delete", "b");
        assertThat(text(contract.evaluateTransaction("get", "a"))).isEqualTo("1");

        gateway.close();
        ledger.close();
        start();
        assertThat(text(contract.evaluateTransaction("get", "a"))).isEqualTo("1");
        assertThat(text(contract.evaluateTransaction("get", "b"))).isEmpty();
        assertThat(ledger.startReport().blocks()).isEqualTo(4);
        assertThat(ledger.startReport().closedProperly()).isTrue();
    }

    @Test
    void hidesATransactionsOwnWrites() throws Exception {
        contract.submitTransaction("put", "a", "before");
        assertThat(text(contract.submitTransaction("putTwice", "a", "after"))).isEqualTo("before");
    }

    @Test
    void carriesAChaincodesMessageToTheClient() {
        assertThatThrownBy(() -> contract.submitTransaction("nonsense"))
                .isInstanceOf(EndorseException.class)
                .satisfies(thrown -> assertThat(
                                ((EndorseException) thrown).getDetails().get(0).getMessage())
                        .isEqualTo("chaincode response 500, unknown function nonsense"));
        assertThatThrownBy(() -> contract.evaluateTransaction("nonsense"))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining(
                        "evaluate call to endorser returned error: chaincode response 500, unknown function nonsense");
    }
}
