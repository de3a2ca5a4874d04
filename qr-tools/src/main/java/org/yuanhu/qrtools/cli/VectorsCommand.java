package org.yuanhu.qrtools.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuanhu.qrtools.vectors.Difference;
import org.yuanhu.qrtools.vectors.VectorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recomputes files of test vectors and names each difference. */
@Command(name = "vectors", mixinStandardHelpOptions = true)
final class VectorsCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "vectorFiles")
    private List<Path> files = new ArrayList<>();

    private final PrintWriter console;
    private final PrintWriter err;

    VectorsCommand(PrintWriter console, PrintWriter err) {
        this.console = console;
        this.err = err;
    }

    @Override
    public Integer call() {
        int code = 0;
        for (Path file : files) {
            List<Difference> differences =
                    VectorFile.read(file).differences(part -> err.println(Messages.say("recomputing", part)));
            for (Difference difference : differences) {
                console.println(
                        Messages.say("differs", file, difference.where(), difference.stated(), difference.computed()));
            }
            console.println(
                    differences.isEmpty()
                            ? Messages.say("vectorsEqual", file)
                            : Messages.say("vectorsDiffer", file, differences.size()));
            code = differences.isEmpty() ? code : Labels.REFUSED;
        }
        return code;
    }
}
