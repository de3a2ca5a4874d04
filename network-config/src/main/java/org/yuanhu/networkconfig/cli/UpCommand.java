package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network up}. */
@Command(
        name = "up",
        description = "Makes what is not there yet and starts what does not run. Running it again does no harm.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network up --deploy", "  network up --folder /srv/yuanhu --consortium my-consortium.yaml"})
final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Option(names = "--deploy", description = "also deploy the chaincode of this project, or its newer version")
    boolean deploy;

    @Option(
            names = "--block-interval",
            paramLabel = "MILLISECONDS",
            description = "the longest time a transaction waits for others of its block, of a network that is made now"
                    + " (default: 250; less where acts come one after another, as in tests)")
    long blockInterval = Network.BLOCK_INTERVAL.toMillis();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String yaml = options.consortiumYaml();
        Network network = options.network(out, Duration.ofMillis(blockInterval));
        options.keepConsortium(yaml);
        FabricTools tools = NetworkOptions.tools(out);
        ChaincodeCode code = deploy
                ? ChaincodeOptions.projects(options.networkFolder().consortium().chaincode())
                : null;
        network.up(tools, yaml);
        if (code != null) {
            network.deploy(tools, code);
        }
        out.println("the network is up");
        return 0;
    }
}
