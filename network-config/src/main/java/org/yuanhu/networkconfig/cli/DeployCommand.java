package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code network deploy}. */
@Command(
        name = "deploy",
        description = "Puts the chaincode on the channel, or a newer version of it: installed and approved by each"
                + " organisation, then committed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network deploy",
            "      the chaincode of this project as it was built last",
            "  network deploy --jars other/lib --main org.example.OtherChaincode"
        })
final class DeployCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    ChaincodeOptions chaincode;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ChaincodeCode code = chaincode.code(options.networkFolder().consortium().chaincode());
        options.network(out).deploy(NetworkOptions.tools(out), code);
        return 0;
    }
}
