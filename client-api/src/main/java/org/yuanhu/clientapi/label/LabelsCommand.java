package org.yuanhu.clientapi.label;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.qrtools.secret.SealedSecret;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.rule.RuleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The server's commands about labels, run beside the server or without it. */
@Command(name = "labels", mixinStandardHelpOptions = true, description = "What this server keeps of labels.")
public final class LabelsCommand {
    private static final int REFUSED = 1;

    private LabelsCommand() {}

    /**
     * Runs a command.
     *
     * @return the exit code: 0 done, 1 refused, 2 wrong arguments
     */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LabelsCommand())
                .addSubcommand(new CommandLine(new Secret())
                        .addSubcommand(new Export())
                        .addSubcommand(new Import()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            String said = failure instanceof RefusedException refused
                    ? refused.rule().id() + " "
                            + RuleText.of(java.util.Locale.getDefault()).say(refused)
                    : failure.getMessage();
            command.getErr().println(said);
            return REFUSED;
        });
        return line;
    }

    @Command(
            name = "secret",
            mixinStandardHelpOptions = true,
            description = "Hands a print run's secret to another organisation's resolver, or takes one in.")
    private static final class Secret {}

    /** Where the server keeps its files, and whose server it is. */
    private static final class Kept {
        @Option(names = "--home", defaultValue = "yuanhu-data", description = "the server's folder (${DEFAULT-VALUE})")
        Path home = Path.of("yuanhu-data");

        @Option(
                names = "--organisation",
                defaultValue = "CooperativeMSP",
                description = "the organisation that runs this server (${DEFAULT-VALUE})")
        String organisation = "CooperativeMSP";

        @Option(
                names = "--organisation-folder",
                description = "on a network: the organisation's folder, in which its server keeps everything")
        @Nullable
        Path folder;

        RunSecrets secrets() {
            Home place = new Home(folder == null ? home : folder.resolve("server"));
            return LabelConfiguration.open(
                    place, ServerKeys.existing(place), consortium(), resolvers(), new MspId(organisation));
        }

        Path resolverKey() {
            return resolvers().privateKeyOf(new MspId(organisation));
        }

        private Consortium consortium() {
            return folder == null ? Consortium.demo() : Consortium.read(folder.resolve("consortium.yaml"));
        }

        private ResolverKeys resolvers() {
            return folder == null
                    ? new ResolverKeys(home, home.resolve("resolvers"))
                    : new ResolverKeys(folder.resolve("identities"), folder.resolve("bundles"));
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Prints a run's secret, sealed to another organisation's resolver.",
            footer = {"", "Example: labels secret export --to PlatformMSP.pem 10000301 > 10000301.sealed"})
    private static final class Export implements Callable<Integer> {
        @CommandLine.Mixin
        private final Kept kept = new Kept();

        @Option(names = "--to", required = true, description = "the resolver's public key, PEM")
        private @Nullable Path to;

        @Parameters(paramLabel = "RUN", description = "the run number, 8 digits")
        private String run = "";

        @Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            RunNumber number = new RunNumber(run);
            SealedSecret sealed = kept.secrets()
                    .export(number, Pem.publicKey(DurableFile.read(java.util.Objects.requireNonNull(to))))
                    .orElseThrow(() ->
                            RefusedException.by(Rule.LB_08).with("run", run).build());
            java.util.Objects.requireNonNull(spec).commandLine().getOut().println(sealed.text());
            return 0;
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes in a run's secret that was sealed to this organisation's resolver.",
            footer = {"", "Example: labels secret import --organisation PlatformMSP 10000301.sealed"})
    private static final class Import implements Callable<Integer> {
        @CommandLine.Mixin
        private final Kept kept = new Kept();

        @Option(
                names = "--key",
                description = "the resolver's private key, PEM (PKCS#8); this server's own unless said")
        private @Nullable Path key;

        @Parameters(paramLabel = "FILE", description = "what export printed")
        private @Nullable Path file;

        @Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            SealedSecret sealed = SealedSecret.parse(
                    DurableFile.read(java.util.Objects.requireNonNull(file)).strip());
            Path resolver = key == null ? kept.resolverKey() : key;
            kept.secrets().take(sealed, Pem.privateKey(DurableFile.read(resolver)));
            java.util.Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("The secret of run " + sealed.run() + " is kept here.");
            return 0;
        }
    }
}
