package org.yuanhu.networkconfig.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code network identity export}. */
@Command(
        name = "export",
        description = {
            "Writes what a Fabric client in any language connects with:",
            "  cert.pem    the certificate, the identity a client sends",
            "  key.pem     its private key, PKCS#8, readable by you only",
            "  chain.pem   the authorities above the certificate",
            "  tls-ca.pem  the authorities of the TLS servers to connect to"
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network identity export CooperativeMSP/clerk-1 clerk-1/"})
final class IdentityExport implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    HomeOptions options;

    @Parameters(index = "0", paramLabel = "MSP/NAME", description = "whose identity")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String identity;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "where to; made if absent")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path folder;

    @Option(names = "--force", description = "replace another identity that is in the folder")
    boolean force;

    @Override
    public Integer call() {
        String[] parts = identity.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("identity '" + identity + "': an organisation, '/', and a name");
        }
        Identities identities = options.identities();
        UserIdentity user = identities
                .user(new MspId(parts[0]), parts[1])
                .orElseThrow(() -> new IllegalArgumentException(
                        "identity '" + identity + "': none of this name is kept here; see network identity list"));
        Path there = folder.resolve("cert.pem");
        if (!force && Files.exists(there) && !DurableFile.read(there).equals(user.certificatePem())) {
            throw new IllegalArgumentException(
                    "folder '" + folder + "': holds another identity; name a new folder, or use --force");
        }
        identities.export(user, folder);
        spec.commandLine().getOut().println("wrote cert.pem, chain.pem, key.pem and tls-ca.pem to " + folder);
        return 0;
    }
}
