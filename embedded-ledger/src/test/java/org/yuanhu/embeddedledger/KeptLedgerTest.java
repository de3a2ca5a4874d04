package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.trust.BlockHash;

/** A ledger written by the version of November 2026 opens, reads and goes on, whatever the version and the day of today. */
class KeptLedgerTest {
    private static final String NAME = "2026-11.zip";
    private static final int BLOCKS = 13;

    @TempDir
    Path folder;

    @TempDir
    Path untouched;

    private EmbeddedLedger ledger;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void open() throws Exception {
        KeptLedger kept = KeptLedger.unpack(NAME, folder);
        ledger = kept.ledger().start();
        gateway = TestChannel.connect(kept.user(TestChannel.COOPERATIVE), ledger.channel());
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
        ledger.close();
    }

    private String evaluate(String function, String... arguments) throws Exception {
        return new String(contract.evaluateTransaction(function, arguments), StandardCharsets.UTF_8);
    }

    @Test
    void itsStateIsAsItWasWritten() throws Exception {
        assertThat(evaluate("get", "plain")).isEqualTo("红苹果");
        assertThat(evaluate("get", "gone")).isEmpty();
        assertThat(evaluate("get", "written-last")).isEqualTo("after the tables");
        assertThat(evaluate("composite", "crop", "walnut")).endsWith("=composite");
    }

    @Test
    void itsPrivateValuesAreReadableAndWhatWasPurgedIsNot() throws Exception {
        assertThat(evaluate("getSecret", "first")).isEqualTo("a private value");
        assertThat(evaluate("getSecret", "second")).isEqualTo("another private value");
        assertThat(evaluate("secretHash", "second")).hasSize(64);
        assertThat(evaluate("getSecret", "purged")).isEmpty();
        assertThat(evaluate("secretHash", "purged")).isEmpty();
    }

    @Test
    void itsBlocksChain() throws Exception {
        assertThat(ledger.startReport().blocks()).isEqualTo(BLOCKS);
        assertThat(ledger.startReport().closedProperly()).isTrue();
        byte[] previous = new byte[0];
        for (long number = 0; number < BLOCKS; number++) {
            var header = ledger.block(number).orElseThrow().getHeader();
            assertThat(header.getPreviousHash().toByteArray()).isEqualTo(previous);
            previous = BlockHash.of(header).bytes();
        }
    }

    @Test
    void everyFileOfItIsWhole() throws Exception {
        KeptLedger.unpack(NAME, untouched);
        assertThat(EmbeddedLedger.verify(untouched.resolve("ledger"))).isEqualTo(BLOCKS);
    }

    @Test
    void itGoesOn() throws Exception {
        contract.submitTransaction("put", "plain", "written today");
        assertThat(evaluate("get", "plain")).isEqualTo("written today");
        assertThat(ledger.height()).isEqualTo(BLOCKS + 1);
    }
}
