package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuanhu.networkconfig.network.ChaincodeCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network deploy}. */
@Command(
        name = "deploy",
        description = "Puts the chaincode on the channel, or a newer version of it: installed and approved by each"
                + " organisation, then committed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network deploy --jars chaincode/target/chaincode-0.1.0-SNAPSHOT.jar --jars chaincode/target/dependencies",
        })
final class DeployCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Option(
            names = "--jars",
            required = true,
            paramLabel = "PATH",
            description = "a jar, or a folder whose jars are taken; repeat for more")
    List<Path> jars = List.of();

    @Option(
            names = "--main",
            paramLabel = "CLASS",
            defaultValue = "org.yuanhu.chaincode.ChaincodeServer",
            description = "the class that serves (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String main;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ChaincodeCode code =
                ChaincodeCode.of(options.networkFolder().consortium().chaincode(), jars, main);
        options.network(out).deploy(NetworkOptions.tools(out), code);
        return 0;
    }
}
