package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.commit.Condition;

/** On a disk that fills up: what was acknowledged stays, the ledger says that it cannot write, and goes on when there is room. */
class FullDiskIT {
    private static final int DISK_MEBIBYTES = 48;
    private static final int ROUNDS = 3;

    private final TestChannel channel = new TestChannel();
    private final TestOrganisation.Holder user = channel.user(TestChannel.COOPERATIVE);
    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    @TempDir
    Path mountPoint;

    @TempDir
    Path crashed;

    private SmallDisk disk;
    private EmbeddedLedger ledger;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        disk = SmallDisk.mount(mountPoint, DISK_MEBIBYTES);
        open();
    }

    private void open() throws IOException {
        ledger = channel.start(disk.folder().resolve("ledger"));
        gateway = TestChannel.connect(user, ledger.channel());
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        if (disk != null) {
            gateway.close();
            ledger.close();
            disk.close();
        }
    }

    @Test
    void goesOnByItselfWhenThereIsRoomAgainAndLosesNothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilRefused(round);
            assertThat(ledger.condition().state()).isEqualTo(Condition.State.RECOVERING);
            assertThat(ledger.condition().reason()).isNotEmpty();
            everythingAcknowledgedIsThere(); // reading goes on

            disk.empty();
            while (ledger.condition().state() != Condition.State.WRITING) {
                assertThat(ledger.condition().state()).isNotEqualTo(Condition.State.STOPPED);
                Thread.sleep(50);
            }
            write("back-" + round, "x");
            everythingAcknowledgedIsThere();
        }
        aCopyTakenNowOpensAndIsTheSame();
        gateway.close();
        ledger.close();
        open();
        everythingAcknowledgedIsThere();
    }

    private void writeUntilRefused(int round) throws Exception {
        disk.fill();
        String large = "x".repeat(100_000);
        try {
            for (int i = 0; i < 10_000; i++) {
                String key = "k-" + round + "-" + i;
                write(key, key + large);
                if (round % 2 == 0) { // in the other rounds it is the public store that fails
                    secret("s-" + round + "-" + i, key);
                }
            }
            throw new AssertionError("the disk took everything");
        } catch (GatewayException refused) {
            assertThat(LedgerTest.said(refused)).isNotEmpty();
        }
    }

    private void write(String key, String value) throws Exception {
        contract.submitTransaction("put", key, value);
        acknowledged.put(key, value);
    }

    private void secret(String key, String value) throws Exception {
        contract.newProposal("putSecret")
                .addArguments(key)
                .putAllTransient(Map.of("value", value.getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
        acknowledged.put("secret:" + key, value);
    }

    private void everythingAcknowledgedIsThere() throws Exception {
        holds(contract);
    }

    private void holds(Contract asked) throws Exception {
        for (Map.Entry<String, String> entry : acknowledged.entrySet()) {
            boolean secret = entry.getKey().startsWith("secret:");
            byte[] found = secret
                    ? asked.evaluateTransaction("getSecret", entry.getKey().substring("secret:".length()))
                    : asked.evaluateTransaction("get", entry.getKey());
            assertThat(new String(found, StandardCharsets.UTF_8)).isEqualTo(entry.getValue());
        }
    }

    /** What a start would find if the process were killed at this moment. */
    private void aCopyTakenNowOpensAndIsTheSame() throws Exception {
        Path source = disk.folder().resolve("ledger");
        Path copy = crashed.resolve("ledger");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
        }
        long height = ledger.height();
        try (EmbeddedLedger again = channel.start(copy);
                Gateway other = TestChannel.connect(user, again.channel())) {
            assertThat(again.height()).isEqualTo(height);
            assertThat(again.startReport().unacknowledgedBlocks()).isZero();
            holds(TestChannel.contract(other));
        }
        assertThat(EmbeddedLedger.verify(copy)).isEqualTo((int) height);
    }
}
