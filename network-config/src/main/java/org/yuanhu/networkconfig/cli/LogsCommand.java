package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.node.NodeProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network logs}. */
@Command(
        name = "logs",
        description = "Shows the end of the nodes' logs.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network logs --organisation CooperativeMSP --node peer --lines 50"})
final class LogsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Option(names = "--organisation", paramLabel = "MSP", description = "only this organisation's")
    @Nullable
    String organisation;

    @Option(
            names = "--node",
            paramLabel = "KIND",
            description = "only these: orderer, peer, chaincode, issuer, server or watch")
    @Nullable
    String kind;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many of each (default: ${DEFAULT-VALUE})")
    int lines;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        MspId onlyMsp = organisation == null
                ? null
                : options.networkFolder()
                        .consortium()
                        .organisation(new MspId(organisation))
                        .msp();
        NodeKind onlyKind = kind == null ? null : NodeKind.of(kind);
        if (lines < 1) {
            throw new IllegalArgumentException("lines '" + lines + "': at least 1");
        }
        for (NodeProcess node : options.network(out).nodes()) {
            boolean shown =
                    (onlyMsp == null || onlyMsp.equals(node.msp())) && (onlyKind == null || onlyKind == node.kind());
            if (shown) {
                out.println("== " + node.name());
                node.logTail(lines).forEach(out::println);
            }
        }
        return 0;
    }
}
