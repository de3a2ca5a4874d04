package org.yuanhu.networkconfig.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code network down}. */
@Command(
        name = "down",
        description =
                "Ends every node and server. Keys, ledgers and servers' data stay; up and servers start them again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network down"})
final class DownCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Override
    public Integer call() {
        options.network(spec.commandLine().getOut()).down();
        return 0;
    }
}
