package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;

class BackupTest extends LedgerTest {
    @TempDir
    Path elsewhere;

    @Test
    void copiesARunningLedgerAndBringsItBack() throws Exception {
        submit("put", "a", "1");
        putSecret("s", "secret");
        Path copy = elsewhere.resolve("copy");
        assertThat(ledger.backUp(copy)).isEqualTo(3);
        submit("put", "a", "after the backup");

        Path restored = elsewhere.resolve("deep/restored");
        assertThat(EmbeddedLedger.restore(copy, restored)).isEqualTo(3);
        stop();
        ledger = channel.start(restored);
        gateway = TestChannel.connect(user, ledger.channel());
        contract = TestChannel.contract(gateway);
        assertThat(evaluate("get", "a")).isEqualTo("1");
        assertThat(evaluate("getSecret", "s")).isEqualTo("secret");
        submit("put", "b", "2");
        assertThat(EmbeddedLedger.verify(copy)).as("the backup is as it was").isEqualTo(3);
    }

    @Test
    void refusesToRestoreOverALedgerOrFromADamagedBackup() throws Exception {
        submit("put", "a", "1");
        Path copy = elsewhere.resolve("copy");
        ledger.backUp(copy);
        assertThatThrownBy(() -> EmbeddedLedger.restore(copy, directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty");

        Path table;
        try (Stream<Path> files = Files.walk(copy.resolve("public"))) {
            table = files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(table);
        bytes[20] ^= 1;
        Files.write(table, bytes);
        Path target = elsewhere.resolve("target");
        ledger.compact();
        restart();
        assertThat(evaluate("get", "a"))
                .as("a backup shares no file with the ledger")
                .isEqualTo("1");
        assertThatThrownBy(() -> EmbeddedLedger.restore(copy, target)).isInstanceOf(DamagedLedgerException.class);
        assertThat(target).doesNotExist();
        Files.delete(copy.resolve("tip"));
        assertThatThrownBy(() -> EmbeddedLedger.verify(copy))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("no file tip");
    }

    @Test
    void refusesToStartTwiceOnOneDirectory() {
        assertThatThrownBy(() -> channel.start(directory)).isInstanceOf(IOException.class);
    }
}
