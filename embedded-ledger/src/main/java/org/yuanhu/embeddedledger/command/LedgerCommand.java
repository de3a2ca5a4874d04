package org.yuanhu.embeddedledger.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.store.Archive;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;
import org.yuanhu.embeddedledger.store.LedgerStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the directory of a single-machine ledger. */
@Command(
        name = "ledger",
        description =
                "Backs up, restores and verifies a single-machine ledger that is not running; exports blocks of one.",
        subcommands = BlocksCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ledger backup data/ledger /media/usb/ledger-2026-11-25",
            "  ledger restore /media/usb/ledger-2026-11-25 data/ledger",
            "  ledger verify data/ledger",
            "  ledger blocks export blocks/ --ledger data/ledger",
            "",
            "Exit codes: 0 done; 1 the ledger or backup is damaged; 2 wrong use or the directory cannot be used."
        })
public final class LedgerCommand {
    private static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command and exits. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new LedgerCommand())
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    line.getErr().println(thrown.getMessage());
                    return thrown instanceof DamagedLedgerException ? DAMAGED : CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Command(
            description = "Copies a ledger to a new directory and reads the copy back.",
            mixinStandardHelpOptions = true)
    void backup(
            @Parameters(paramLabel = "LEDGER", description = "directory of the ledger") Path ledger,
            @Parameters(paramLabel = "BACKUP", description = "directory to make") Path backup)
            throws IOException {
        if (Files.exists(backup)) {
            throw new IOException(backup + " exists already");
        }
        try (LedgerStore store = LedgerStore.openExisting(ledger)) {
            out().println("ledger: " + store.report());
            store.backUp(backup);
        }
        out().println("backup of " + Archive.complete(backup) + " blocks verified: " + backup);
    }

    @Command(
            description = "Verifies a backup and copies it to where a ledger is to run.",
            mixinStandardHelpOptions = true)
    void restore(
            @Parameters(paramLabel = "BACKUP", description = "directory of the backup") Path backup,
            @Parameters(paramLabel = "LEDGER", description = "directory to make, or an empty one") Path ledger)
            throws IOException {
        out().println("restored " + EmbeddedLedger.restore(backup, ledger) + " blocks to " + ledger);
    }

    @Command(
            description = "Reads every block and file of a ledger or backup back; changes nothing.",
            mixinStandardHelpOptions = true)
    void verify(@Parameters(paramLabel = "LEDGER", description = "directory of the ledger") Path ledger)
            throws IOException {
        out().println("verified " + EmbeddedLedger.verify(ledger) + " blocks: " + ledger);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
