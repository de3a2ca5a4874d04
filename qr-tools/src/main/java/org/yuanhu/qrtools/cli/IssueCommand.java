package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.run.RunFile;
import org.yuanhu.qrtools.secret.EncryptedSecret;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a run's secret and the file that is public of it. The secret is on disk before the root is known to anybody. */
@Command(name = "issue", mixinStandardHelpOptions = true)
final class IssueCommand implements Callable<Integer> {
    @Option(names = "--consortium", required = true, paramLabel = "ID")
    private String consortium = "";

    @Option(names = "--class", paramLabel = "unit|case|voucher", defaultValue = "unit")
    private String labelClass = "";

    @Option(names = "--gtin", required = true, paramLabel = "GTIN")
    private String gtin = "";

    @Option(names = "--lot", required = true, paramLabel = "LOT")
    private String lot = "";

    @Option(names = "--run", required = true, paramLabel = "NUMBER")
    private String run = "";

    @Option(names = "--count", required = true, paramLabel = "COUNT")
    private int count;

    @Option(names = "--secret", required = true, paramLabel = "FILE")
    private Path secretFile = Path.of("");

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    private final PrintWriter console;

    IssueCommand(PrintWriter console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PrintRun printRun = new PrintRun(
                new ConsortiumId(consortium),
                LabelClass.parse(labelClass),
                new Gtin(gtin),
                new Lot(lot),
                new RunNumber(run),
                count);
        SecureRandom random = new SecureRandom();
        RunSecret secret = RunSecret.random(random);
        String line = key == null
                ? HexFormat.of().formatHex(secret.bytes())
                : EncryptedSecret.of(secret, printRun.consortium(), printRun.run(), RunOptions.key(key), random)
                        .text();
        // what is printed next depends on it
        DurableFile.createSecret(secretFile, (line + "\n").getBytes(StandardCharsets.US_ASCII));
        PrintRunLabels labels = new PrintRunLabels(printRun, secret);
        RunFile file = new RunFile(printRun, labels.root());
        DurableFile.write(out, file.text() + "\n");
        console.println(Messages.say("issued", count, run, file.root()));
        return 0;
    }
}
