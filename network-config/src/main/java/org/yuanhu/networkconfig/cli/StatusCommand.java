package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.yuanhu.networkconfig.node.CertificatesInUse;
import org.yuanhu.networkconfig.node.NodeStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code network status}. */
@Command(
        name = "status",
        description =
                "Shows every node: its process, how many blocks it has, an orderer's view and leader, and of the"
                        + " certificates it uses now the one that ends first. Warns 60 days before. Exits with 1 if a node does not run.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network status"})
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-10s %-18s %-9s %-8s %-12s %-13s %s%n";

    private static final int SERIAL_DIGITS = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<NodeStatus> nodes = options.network(out).status();
        out.printf(ROW, "NODE", "ORGANISATION", "PROCESS", "BLOCKS", "VIEW/LEADER", "CERTIFICATE", "UNTIL");
        for (NodeStatus node : nodes) {
            out.printf(
                    ROW,
                    node.kind().text(),
                    node.msp(),
                    node.process().isPresent() ? text(node.process()) : "stopped",
                    text(node.height()),
                    node.view().isEmpty() ? "-" : node.view(),
                    node.certificate()
                            .map(certificate ->
                                    certificate.getSerialNumber().toString(16).substring(0, SERIAL_DIGITS))
                            .orElse("-"),
                    node.certificate()
                            .map(certificate ->
                                    certificate.getNotAfter().toInstant().toString())
                            .map(end -> end.substring(0, "2028-01-01".length()))
                            .orElse("-"));
        }
        options.networkFolder().organisations().stream()
                .flatMap(organisation -> CertificatesInUse.warnings(organisation, Instant.now()).stream())
                .forEach(warning -> out.println("WARNING: " + warning));
        out.flush();
        return nodes.stream().allMatch(node -> node.process().isPresent()) ? 0 : 1;
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "-";
    }
}
