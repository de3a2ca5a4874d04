package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code network crl}. */
@Command(
        name = "crl",
        description = "Puts the organisations' current revocation lists into the running channel, after"
                + " 'network identity revoke'; ends when every running peer has them.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network identity revoke SERIAL --home yuanhu-network/hosts/localhost/CooperativeMSP/identities",
            "  network crl"
        })
final class CrlCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        options.network(out).publishRevocations(NetworkOptions.tools(out));
        return 0;
    }
}
