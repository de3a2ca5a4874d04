package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.print.LabelPictures;
import org.yuanhu.qrtools.print.LabelText;
import org.yuanhu.qrtools.print.PdfSheets;
import org.yuanhu.qrtools.print.Printer;
import org.yuanhu.qrtools.print.Sheet;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.run.RunFile;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a run's labels: sheets as PDF, or one PNG a label. */
@Command(name = "print", mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", descriptionKey = "runFile")
    private Path runFile = Path.of("");

    @Option(names = "--secret", required = true, paramLabel = "FILE")
    private Path secret = Path.of("");

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    @Option(names = "--origin", required = true, paramLabel = "URL")
    private String origin = "";

    @Option(names = "--product", required = true, paramLabel = "NAME")
    private String product = "";

    @Option(names = "--cooperative", required = true, paramLabel = "NAME")
    private String cooperative = "";

    @Option(names = "--printer", paramLabel = "203|300|600", defaultValue = "300")
    private String printer = "";

    @Option(names = "--sheet", paramLabel = "SHEET", defaultValue = "A4_24")
    private Sheet sheet = Sheet.A4_24;

    @Option(names = "--from", paramLabel = "INDEX", defaultValue = "0")
    private int from;

    @Option(names = "--to", paramLabel = "INDEX")
    private @Nullable Integer to;

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf|FOLDER")
    private Path out = Path.of("");

    private final PrintWriter console;
    private final PrintWriter err;

    PrintCommand(PrintWriter console, PrintWriter err) {
        this.console = console;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        RunFile run = RunOptions.run(runFile);
        PrintRunLabels labels = new PrintRunLabels(run.run(), RunOptions.secret(secret, key));
        if (!labels.root().equals(run.root())) { // another secret would print labels that nobody can prove
            err.println(Messages.say("rootDiffers", run.root(), labels.root()));
            return Labels.REFUSED;
        }
        Printer resolution = Printer.ofDpi("printer", printer);
        int end = to == null ? labels.count() : to;
        mustBeInOrder(from, end - 1);
        mustBeInOrder(end, labels.count());
        if (out.toString().endsWith(".pdf")) {
            printSheets(labels, resolution, end);
        } else {
            printPictures(labels, resolution, end);
        }
        console.println(Messages.say("printed", end - from, out));
        return 0;
    }

    private static void mustBeInOrder(int index, int end) {
        if (index < 0 || index > end) {
            throw RefusedException.by(Rule.LB_03)
                    .with("index", index)
                    .with("count", end)
                    .build();
        }
    }

    private void printSheets(PrintRunLabels labels, Printer resolution, int end) throws IOException {
        PdfSheets sheets =
                new PdfSheets(labels, new Origin(origin), new LabelText(product, cooperative), resolution, sheet);
        Progress progress = new Progress(err, "printing", end - from);
        DurableFile.write(out, stream -> sheets.write(stream, from, end, progress::at));
    }

    private void printPictures(PrintRunLabels labels, Printer resolution, int end) throws IOException {
        LabelPictures pictures =
                new LabelPictures(labels, new Origin(origin), new LabelText(product, cooperative), resolution, sheet);
        Files.createDirectories(out);
        Progress progress = new Progress(err, "printing", end - from);
        for (int index = from; index < end; index++) {
            int current = index;
            Path file = out.resolve("label-" + Serial.fiveDigits(index) + ".png");
            DurableFile.write(file, stream -> pictures.write(current, stream));
            progress.at(index - from + 1);
        }
    }
}
