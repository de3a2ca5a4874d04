package org.yuanhu.embeddedledger.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.store.BlockFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger blocks …}. */
@Command(
        name = "blocks",
        description = "The ledger's blocks, for Fabric's own tools.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class BlocksCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            description = {
                "Writes blocks as files, 0.block and so on: Fabric's common.Block, byte for byte as they are kept.",
                "The ledger may be running; nothing of it is changed."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  ledger blocks export blocks/ --ledger yuanhu-data/ledger",
                "  ledger blocks export blocks/ --from 10 --to 19",
                "  configtxlator proto_decode --type common.Block --input blocks/0.block"
            })
    void export(
            @Parameters(paramLabel = "FOLDER", description = "where to; made if absent") Path folder,
            @Option(
                            names = "--ledger",
                            paramLabel = "LEDGER",
                            defaultValue = "yuanhu-data/ledger",
                            description = "directory of the ledger (default: ${DEFAULT-VALUE})")
                    Path ledger,
            @Option(names = "--from", paramLabel = "NUMBER", description = "the first block (default: 0)") @Nullable
                    Long from,
            @Option(names = "--to", paramLabel = "NUMBER", description = "the last block (default: the newest)")
                    @Nullable
                    Long to)
            throws IOException {
        long first = from == null ? 0 : from;
        long last = to == null ? Long.MAX_VALUE : to;
        if (first < 0 || last < first) {
            throw new ParameterException(spec.commandLine(), "blocks are counted from 0, and --from is not above --to");
        }
        long written = BlockFiles.write(ledger, folder, first, last);
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + written + " blocks to " + folder);
    }
}
