package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.read.LabelReader;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.run.RunFile;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks labels: their form, and with a run and its secret that each was issued in it and leads to its root. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** A run to check against. */
    static final class OfRun {
        @Option(names = "--run", required = true, paramLabel = "RUN", descriptionKey = "runFile")
        private Path file = Path.of("");

        @Option(names = "--secret", required = true, paramLabel = "FILE")
        private Path secret = Path.of("");

        @Option(names = "--key", paramLabel = "FILE")
        private @Nullable Path key;
    }

    @ArgGroup(exclusive = false)
    private @Nullable OfRun run;

    @Parameters(arity = "1..*", paramLabel = "LABEL|FILE", descriptionKey = "labelsOrPictures")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--dpi", paramLabel = "DPI", defaultValue = "300")
    private int dpi;

    private final PrintWriter console;
    private int refused;
    private int checked;

    CheckCommand(PrintWriter console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Check check = check();
        for (String label : labels) {
            Path file = label.contains("//") || label.startsWith("/01/") ? null : Path.of(label);
            if (file == null || !Files.exists(file)) {
                report(check, label);
                continue;
            }
            int before = checked;
            LabelReader.read(file, dpi, (page, texts) -> texts.forEach(text -> report(check, text)));
            if (checked == before) {
                throw RefusedException.by(Rule.LB_09).with("file", label).build();
            }
        }
        console.println(Messages.say("checked", checked, refused));
        return refused == 0 ? 0 : Labels.REFUSED;
    }

    /** What a label must pass. */
    private interface Check {
        void of(LabelPath label);
    }

    private Check check() throws IOException {
        if (run == null) {
            return label -> {};
        }
        RunFile file = RunOptions.run(run.file);
        PrintRunLabels issued = new PrintRunLabels(file.run(), RunOptions.secret(run.secret, run.key));
        MerkleTree tree = issued.tree();
        return label -> {
            issued.mustHaveIssued(label);
            int index = label.serial().index();
            Hash leaf = issued.leaf(index).hash();
            if (!MerkleTree.verify(leaf, index, file.run().count(), tree.inclusion(index), file.root())) {
                throw RefusedException.by(Rule.LB_07)
                        .with("root", file.root().value())
                        .build();
            }
        };
    }

    private void report(Check check, String text) {
        checked++;
        try {
            LabelPath label = text.startsWith("/")
                    ? LabelPath.parse(text)
                    : DigitalLink.parse(text).path();
            check.of(label);
            console.println(Messages.say("labelGood", label.serial().grouped()));
        } catch (RefusedException why) {
            refused++;
            console.println(Messages.say("labelRefused", text, Labels.sentence(why)));
        }
    }
}
