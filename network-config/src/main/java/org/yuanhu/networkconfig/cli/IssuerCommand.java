package org.yuanhu.networkconfig.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yuanhu.networkconfig.issuer.IssuerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code network issuer}. */
@Command(
        name = "issuer",
        description =
                "Certifies one organisation's people for its server, until it is ended: the one process that reads"
                        + " the keys of the roles' authorities. 'network up' starts it.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network issuer /srv/yuanhu/CooperativeMSP"})
final class IssuerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "the organisation's folder, whose name is its MSP id")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path folder;

    @Override
    public Integer call() throws IOException {
        IssuerProcess.main(new String[] {folder.toString()});
        return 0;
    }
}
