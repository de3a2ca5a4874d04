package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.RuleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code network-config/bin/network}. */
@Command(
        name = "network",
        description = "Who is in the consortium, their identities, and their network on Hyperledger Fabric.",
        mixinStandardHelpOptions = true,
        version = "Yuanhu 0.1.0",
        subcommands = {
            UpCommand.class,
            DeployCommand.class,
            ServersCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            CrlCommand.class,
            IssuerCommand.class,
            DownCommand.class,
            DestroyCommand.class,
            IdentityCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed; the message says why", "2:the command line is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {"  network up", "  network identity list", "  network identity issue --help"})
public final class NetworkCommand {
    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command; what {@link #main} does without ending the process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new NetworkCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println("network: " + reason(failure));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    private static String reason(Exception failure) {
        if (failure instanceof RefusedException refused) {
            return refused.rule().id() + " " + RuleText.of(Locale.getDefault()).say(refused);
        }
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? text : text + ": " + cause.getMessage();
    }
}
