package org.yuanhu.networkconfig.cli;

import java.math.BigInteger;
import java.util.concurrent.Callable;
import org.yuanhu.consortium.issuing.Identities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code network identity revoke}. */
@Command(
        name = "revoke",
        description = "Revokes a certificate and signs its authority's revocation list anew.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network identity list", "  network identity revoke 9f3a51c07e2b4d6680a1b2c3d4e5f607"})
final class IdentityRevoke implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    HomeOptions options;

    @Parameters(paramLabel = "SERIAL", description = "the certificate's serial number, in hex as the list shows it")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String serial;

    @Override
    public Integer call() {
        if (!serial.matches("[0-9a-fA-F]{1,40}")) {
            throw new IllegalArgumentException("serial '" + serial + "': 1 to 40 hex digits");
        }
        Identities identities = options.identities();
        identities.revoke(new BigInteger(serial, 16));
        spec.commandLine().getOut().println("revoked " + serial);
        return 0;
    }
}
