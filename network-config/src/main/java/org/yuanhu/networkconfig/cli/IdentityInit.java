package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.issuing.Identities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network identity init}. */
@Command(
        name = "init",
        description =
                "Makes organisations' authorities: a root, one for nodes, and one for each role. What is there stays.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network identity init",
            "      all organisations, as the single-machine ledger needs them",
            "  network identity init --organisation CooperativeMSP --home /var/lib/yuanhu",
            "      only its own, on an organisation's own host"
        })
final class IdentityInit implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    HomeOptions options;

    @Option(
            names = "--organisation",
            paramLabel = "MSP",
            description = "an organisation whose keys belong on this machine; repeat for more (default: all)")
    List<String> own = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Consortium consortium = options.consortium();
        List<MspId> members = own.isEmpty()
                ? consortium.members()
                : own.stream().map(MspId::new).toList();
        Identities identities = Identities.create(options.home, consortium, members, InstantSource.system());
        Path file = options.consortiumFile;
        if (file != null) {
            DurableFile.write(options.home.resolve("consortium.yaml"), DurableFile.read(file));
        }
        for (MspId msp : members) {
            out.println(msp + ": root, "
                    + String.join(
                            ", ",
                            identities.msp(msp).authorities().keySet().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
        return 0;
    }
}
