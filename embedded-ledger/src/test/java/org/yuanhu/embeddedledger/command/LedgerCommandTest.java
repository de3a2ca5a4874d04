package org.yuanhu.embeddedledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.block.Blocks;
import org.yuanhu.embeddedledger.store.BlockUpdate;
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
    void exportsTheBlocksFromOneNumberToAnotherBothOfThem() throws Exception {
        Path ledger = directory.resolve("ledger");
        Block first = Blocks.block(0, new byte[0], List.of(ByteString.copyFromUtf8("x")), ByteString.EMPTY);
        try (LedgerStore store = LedgerStore.open(ledger, () -> first)) {
            for (int number = 1; number <= 4; number++) {
                BlockUpdate update = new BlockUpdate(number);
                ByteString transaction = ByteString.copyFromUtf8("transaction " + number);
                update.seal(Blocks.block(number, store.lastHash(), List.of(transaction), ByteString.EMPTY));
                store.commit(update);
            }
        }

        assertThat(exported(ledger, "--from", "1", "--to", "3")).containsExactly("1.block", "2.block", "3.block");
        assertThat(exported(ledger, "--to", "1")).containsExactly("0.block", "1.block");
        assertThat(exported(ledger, "--from", "3")).containsExactly("3.block", "4.block");
        assertThat(exported(ledger, "--from", "4", "--to", "9")).containsExactly("4.block");
        Path all = directory.resolve("all");
        assertThat(LedgerCommand.run("blocks", "export", all.toString(), "--ledger", ledger.toString()))
                .isZero();
        Block third = Block.parseFrom(Files.readAllBytes(all.resolve("3.block")));
        assertThat(third.getHeader().getNumber()).isEqualTo(3);
        assertThat(third.getData().getData(0)).isEqualTo(ByteString.copyFromUtf8("transaction 3"));
    }

    /** The files' names, of a folder that was empty before. */
    private List<String> exported(Path ledger, String... options) throws Exception {
        Path blocks = Files.createTempDirectory(directory, "export");
        List<String> words =
                new ArrayList<>(List.of("blocks", "export", blocks.toString(), "--ledger", ledger.toString()));
        words.addAll(List.of(options));
        assertThat(LedgerCommand.run(words.toArray(String[]::new))).isZero();
        try (Stream<Path> files = Files.list(blocks)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
