package org.yuanhu.embeddedledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.block.Blocks;
import org.yuanhu.embeddedledger.store.LedgerStore;

class LedgerCommandTest {
    @TempDir
    Path directory;

    private Path ledger() throws Exception {
        Path ledger = directory.resolve("ledger");
        Block first = Blocks.block(0, new byte[0], List.of(ByteString.copyFromUtf8("x")), ByteString.EMPTY);
        LedgerStore.open(ledger, () -> first).close();
        return ledger;
    }

    @Test
    void backsUpVerifiesAndRestores() throws Exception {
        Path ledger = ledger();
        Path copy = directory.resolve("copy");
        Path restored = directory.resolve("restored");
        assertThat(LedgerCommand.run("backup", ledger.toString(), copy.toString()))
                .isZero();
        assertThat(LedgerCommand.run("verify", copy.toString())).isZero();
        assertThat(LedgerCommand.run("restore", copy.toString(), restored.toString()))
                .isZero();
        assertThat(LedgerCommand.run("verify", restored.toString())).isZero();
    }

    @Test
    void tellsDamageFromWrongUseByItsExitCode() throws Exception {
        Path ledger = ledger();
        assertThat(LedgerCommand.run("backup", ledger.toString(), ledger.toString()))
                .isEqualTo(2);
        assertThat(LedgerCommand.run("backup")).isEqualTo(2);
        assertThat(LedgerCommand.run(
                        "backup",
                        directory.resolve("none").toString(),
                        directory.resolve("b").toString()))
                .isEqualTo(1);
        Files.delete(ledger.resolve("tip"));
        assertThat(LedgerCommand.run("verify", ledger.toString())).isEqualTo(1);
        assertThat(LedgerCommand.run("--help")).isZero();
    }

    @Test
    void exportsBlocksAsFilesNamedByTheirNumber() throws Exception {
        Path blocks = directory.resolve("blocks");
        assertThat(LedgerCommand.run("blocks", "export", blocks.toString(), "--ledger", ledger().toString()))
                .isZero();
        assertThat(Block.parseFrom(Files.readAllBytes(blocks.resolve("0.block")))
                        .getHeader()
                        .getNumber())
                .isZero();
        assertThat(blocks).isDirectoryContaining("glob:**/0.block");
    }

    @Test
    void refusesToExportBlocksThatAreNotThere() throws Exception {
        String ledger = ledger().toString();
        String blocks = directory.resolve("blocks").toString();
        assertThat(LedgerCommand.run("blocks", "export", blocks, "--ledger", ledger, "--from", "1"))
                .isEqualTo(2);
        assertThat(LedgerCommand.run("blocks", "export", blocks, "--ledger", ledger, "--from", "3", "--to", "2"))
                .isEqualTo(2);
        assertThat(LedgerCommand.run("blocks", "export", blocks, "--ledger", blocks))
                .isEqualTo(1);
        assertThat(directory.resolve("blocks")).doesNotExist();
    }
}
