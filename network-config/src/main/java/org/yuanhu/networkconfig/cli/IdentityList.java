package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.issuing.IssuedCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network identity list}. */
@Command(
        name = "list",
        description = "Lists the certificates issued to people, nodes and TLS servers.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network identity list", "  network identity list --organisation CooperativeMSP"})
final class IdentityList implements Callable<Integer> {
    private static final String ROW = "%-8s %-16s %-22s %-24s %-12s %-32s %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    HomeOptions options;

    @Option(names = "--organisation", paramLabel = "MSP", description = "only this organisation's")
    @Nullable
    String organisation;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        MspId only = organisation == null
                ? null
                : options.consortium().organisation(new MspId(organisation)).msp();
        Instant now = Instant.now();
        out.printf(ROW, "STATE", "ORGANISATION", "AUTHORITY", "NAME", "UNTIL", "SERIAL", "ATTRIBUTES");
        for (IssuedCertificate issued : options.identities().issued()) {
            if (only == null || only.equals(issued.msp())) {
                print(out, issued, now);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, IssuedCertificate issued, Instant now) {
        String attributes = FabricAttributes.of(issued.certificate()).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        out.printf(
                ROW,
                issued.stateAt(now).name().toLowerCase(Locale.ROOT),
                issued.msp(),
                issued.authority(),
                issued.name(),
                issued.certificate().getNotAfter().toInstant().toString().substring(0, "2027-01-01".length()),
                issued.certificate().getSerialNumber().toString(16),
                attributes);
    }
}
