package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
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

    private EmbeddedLedger ledger;
    private ManagedChannel grpc;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        TestOrganisation.Holder server =
                channel.organisation(TestChannel.AUDITOR).user("server");
        Path certificate = pem("server.pem", server.certificate());
        Path key = pem("server-key.pem", new JcaPKCS8Generator(server.key(), null));
        ledger = channel.ledger(directory.resolve("ledger"))
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), certificate, key)
                .start();
        // as an operator would: the client trusts the CA that issued the server's certificate
        grpc = connect(TlsChannelCredentials.newBuilder()
                .trustManager(
                        pem("ca.pem", channel.organisation(TestChannel.AUDITOR).authority())
                                .toFile())
                .build());
        gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), grpc);
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        grpc.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        ledger.close();
    }

    private ManagedChannel connect(ChannelCredentials credentials) {
        return Grpc.newChannelBuilderForAddress("localhost", ledger.port(), credentials)
                .maxInboundMessageSize(EmbeddedLedger.MAX_MESSAGE_BYTES)
                .build();
    }

    private Path pem(String name, Object content) throws IOException {
        Path file = directory.resolve(name);
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
                JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return file;
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
    void carriesMessagesOf28MiB() throws Exception {
        String large = "x".repeat(14 << 20); // argument and write: twice that in the prepared transaction
        contract.submitTransaction("put", "large", large);
        assertThat(evaluate("get", "large")).hasSize(14 << 20);
    }

    @Test
    void speaksToNobodyWithoutTls() {
        ManagedChannel plain = connect(InsecureChannelCredentials.create());
        try (Gateway unprotected = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), plain)) {
            assertThatThrownBy(() -> TestChannel.contract(unprotected).evaluateTransaction("get", "a"))
                    .isInstanceOf(GatewayException.class);
        } finally {
            plain.shutdownNow();
        }
    }
}
