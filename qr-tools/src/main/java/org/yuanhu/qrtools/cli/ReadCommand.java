package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuanhu.qrtools.read.LabelReader;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the symbols on pictures and PDF pages: file, page and text, separated by tabs. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "pictures")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--dpi", paramLabel = "DPI", defaultValue = "300")
    private int dpi;

    private final PrintWriter console;
    private final PrintWriter err;

    ReadCommand(PrintWriter console, PrintWriter err) {
        this.console = console;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        int code = 0;
        for (Path file : files) {
            int[] found = new int[1];
            LabelReader.read(file, dpi, (page, texts) -> {
                found[0] += texts.size();
                texts.forEach(text -> console.println(file + "\t" + page + "\t" + text));
            });
            if (found[0] == 0) {
                err.println(Labels.sentence(RefusedException.by(Rule.LB_09)
                        .with("file", file.toString())
                        .build()));
                code = Labels.REFUSED;
            }
        }
        return code;
    }
}
