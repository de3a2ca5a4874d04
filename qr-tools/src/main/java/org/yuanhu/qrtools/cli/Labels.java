package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.RuleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code labels}: issues, prints, reads and checks labels on one machine, without a ledger. Exit codes: 0 done, 1 refused or different, 2 misused. */
@Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        version = "Yuanhu labels 0.1.0",
        resourceBundle = Messages.BUNDLE)
public final class Labels {
    /** Something was refused, or differs. */
    static final int REFUSED = 1;

    private Labels() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(out, err, arguments));
    }

    /** Runs the command line and answers its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code = new CommandLine(new Labels())
                .addSubcommand(new IssueCommand(out))
                .addSubcommand(new PrintCommand(out, err))
                .addSubcommand(new ReadCommand(out, err))
                .addSubcommand(new CheckCommand(out))
                .addSubcommand(new VectorsCommand(out, err))
                .addSubcommand(new CommandLine(new SecretCommand())
                        .addSubcommand(new SecretCommand.Export(out))
                        .addSubcommand(new SecretCommand.Import(out)))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(160)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, err))
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static int explain(Exception failure, PrintWriter err) throws Exception {
        Exception problem = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (problem instanceof RefusedException refused) {
            err.println(sentence(refused));
        } else if (problem instanceof NoSuchFileException missing) {
            err.println(Messages.say("noSuchFile", missing.getFile()));
        } else if (problem instanceof FileAlreadyExistsException exists) {
            err.println(Messages.say("fileExists", exists.getFile()));
        } else if (problem instanceof IOException) {
            err.println(Messages.say("ioProblem", String.valueOf(problem.getMessage())));
        } else {
            throw problem;
        }
        return REFUSED;
    }

    /** The id and sentence of a refusal in the person's language. */
    static String sentence(RefusedException refused) {
        return refused.rule().id() + " " + RuleText.of(Locale.getDefault()).say(refused);
    }
}
