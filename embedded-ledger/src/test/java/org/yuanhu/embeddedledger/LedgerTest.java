package org.yuanhu.embeddedledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A running ledger with a client of the cooperative, for one test. */
abstract class LedgerTest {
    final TestChannel channel = new TestChannel();
    final TestOrganisation.Holder user = channel.user(TestChannel.COOPERATIVE);

    @TempDir
    Path directory;

    EmbeddedLedger ledger;
    Gateway gateway;
    Contract contract;

    @BeforeEach
    void start() throws Exception {
        ledger = channel.start(directory);
        gateway = TestChannel.connect(user, ledger.channel());
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        ledger.close();
    }

    void restart() throws Exception {
        stop();
        start();
    }

    String submit(String function, String... arguments) throws Exception {
        return text(contract.submitTransaction(function, arguments));
    }

    String evaluate(String function, String... arguments) throws GatewayException {
        return text(contract.evaluateTransaction(function, arguments));
    }

    /** Writes a value to the private collection, endorsed by its members. */
    void putSecret(String key, String value) throws Exception {
        contract.newProposal("putSecret")
                .addArguments(key)
                .putAllTransient(Map.of("value", value.getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
    }

    void submitAsMembers(String function, String... arguments) throws Exception {
        contract.newProposal(function)
                .addArguments(arguments)
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Message and details of a refusal in one text. */
    static String said(Throwable thrown) {
        StringBuilder text = new StringBuilder(String.valueOf(thrown.getMessage()));
        if (thrown instanceof GatewayException refused) {
            for (ErrorDetail detail : refused.getDetails()) {
                text.append('\n').append(detail.getMspId()).append(": ").append(detail.getMessage());
            }
        }
        return text.toString();
    }
}
