package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified client over the TLS port, running another chaincode. */
class TlsPortIT {
    private final TestChannel channel = new TestChannel();

    @TempDir
    Path directory;

    private TestPort port;
    private ManagedChannel grpc;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        port = new TestPort(channel, directory);
        grpc = port.connect();
        gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), grpc);
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        grpc.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        port.close();
    }

    private String evaluate(String function, String... arguments) throws GatewayException {
        return new String(contract.evaluateTransaction(function, arguments), StandardCharsets.UTF_8);
    }

    @Test
    void runsPutGetDeleteRangePrivateDataPurgeAndEvents() throws Exception {
        contract.submitTransaction("put", "a", "1");
        contract.submitTransaction("put", "b", "2");
        contract.submitTransaction("put", "c", "3");
        contract.submitTransaction("delete", "b");
        assertThat(evaluate("range", "", "")).isEqualTo("a=1,c=3");
        assertThat(evaluate("page", "", "", "1", "")).isEqualTo("a|1|c");

        contract.newProposal("putSecret")
                .addArguments("s")
                .putAllTransient(Map.of("value", "hidden".getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
        assertThat(evaluate("getSecret", "s")).isEqualTo("hidden");
        contract.newProposal("purgeSecret")
                .addArguments("s")
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
        assertThat(evaluate("getSecret", "s")).isEmpty();
        assertThat(evaluate("secretHash", "s")).isEmpty();

        contract.submitTransaction("event", "made", "payload");
        try (CloseableIterator<ChaincodeEvent> events = gateway.getNetwork(TestChannel.CHANNEL)
                .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                .startBlock(0)
                .build()
                .getEvents()) {
            ChaincodeEvent event = events.next();
            assertThat(event.getEventName()).isEqualTo("made");
            assertThat(new String(event.getPayload(), StandardCharsets.UTF_8)).isEqualTo("payload");
        }
    }

    @Test
    void carriesTransactionsOf14MiB() throws Exception {
        String large = "x".repeat(7 << 20); // argument and write: twice that in the prepared transaction
        contract.submitTransaction("put", "large", large);
        assertThat(evaluate("get", "large")).hasSize(7 << 20);
    }

    @Test
    void speaksToNobodyWithoutTls() {
        ManagedChannel plain = port.connect(InsecureChannelCredentials.create());
        try (Gateway unprotected = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), plain)) {
            assertThatThrownBy(() -> TestChannel.contract(unprotected).evaluateTransaction("get", "a"))
                    .isInstanceOf(GatewayException.class);
        } finally {
            plain.shutdownNow();
        }
    }
}
