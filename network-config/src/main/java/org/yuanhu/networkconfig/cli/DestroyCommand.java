package org.yuanhu.networkconfig.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network destroy}. */
@Command(
        name = "destroy",
        description = "Ends every node and deletes the organisations' keys and ledgers. There is no way back.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  network destroy --yes"})
final class DestroyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Option(names = "--yes", required = true, description = "yes, delete keys and ledgers")
    boolean yes;

    @Override
    public Integer call() {
        options.network(spec.commandLine().getOut()).destroy();
        return 0;
    }
}
