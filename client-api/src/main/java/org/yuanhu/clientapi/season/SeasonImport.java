package org.yuanhu.clientapi.season;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.StartOrder;
import org.yuanhu.clientapi.imports.Imported;
import org.yuanhu.clientapi.imports.Importer;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.ImportRefused;
import org.yuanhu.clientapi.imports.sheet.RowError;
import org.yuanhu.clientapi.ledger.LedgerUnavailable;
import org.yuanhu.clientapi.user.Wallets;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.vocabulary.RuleText;

/**
 * Imports the sample season when the demo starts, each file with the certificate of the person whose file it is. A start that was cut short
 * is continued by the next; once the last file is on the ledger there is nothing to do. {@code yuanhu.season.import=false} leaves the ledger empty.
 */
@Component
@Profile("demo")
@Order(StartOrder.SEASON)
public final class SeasonImport implements ApplicationRunner {
    private static final int SIDE_BY_SIDE = 9;

    private final Importer importer;
    private final Wallets wallets;
    private final boolean wanted;

    SeasonImport(Importer importer, Wallets wallets, @Value("${yuanhu.season.import:true}") boolean wanted) {
        this.importer = importer;
        this.wallets = wallets;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            load(System.out);
        }
    }

    /** Imports what is missing, and says how far it is. */
    void load(PrintStream out) {
        List<SeasonFiles.Stage> stages = SeasonFiles.stages();
        if (stages.isEmpty() || isThere(stages.get(stages.size() - 1))) {
            return;
        }
        Instant start = Instant.now();
        out.println();
        out.println("  Importing the sample season 导入示例产季");
        ExecutorService people = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            for (int turn = 0; turn < stages.size(); turn++) {
                out.printf("  %2d/%d  %s%n", turn + 1, stages.size(), load(stages.get(turn), people));
            }
            out.printf("  done in %.1f s%n", seconds(start));
        } catch (CompletionException e) {
            if (e.getCause() instanceof ImportRefused refused) {
                say(refused, out);
            } else if (e.getCause() instanceof LedgerUnavailable) {
                out.println("  The ledger does not answer. Start again: the import goes on from here.");
            } else {
                throw e;
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** The stages were carried out in order: if the last is there, all are. */
    private boolean isThere(SeasonFiles.Stage last) {
        return last.files().stream().allMatch(file -> importer.isDone(identity(file.user()), file.file()));
    }

    private String load(SeasonFiles.Stage stage, ExecutorService people) {
        Instant start = Instant.now();
        List<CompletableFuture<Imported>> files = stage.files().stream()
                .map(file ->
                        CompletableFuture.supplyAsync(() -> importer.run(identity(file.user()), file.file()), people))
                .toList();
        List<Imported> imported = files.stream().map(CompletableFuture::join).toList();
        int refused = imported.stream().mapToInt(Imported::refusedAsExpected).sum();
        return String.format(
                Locale.ROOT,
                "%-21s %5d rows  %5d new  %4.1f s%s",
                stage.table(),
                imported.stream().mapToInt(Imported::rows).sum(),
                imported.stream().mapToInt(Imported::written).sum(),
                seconds(start),
                refused == 0 ? "" : "  (" + refused + " refused, as the table expects)");
    }

    private UserIdentity identity(String user) {
        return wallets.find(user)
                .orElseThrow(() -> new IllegalStateException("There is no demo user " + user + " to import with"));
    }

    /** The values are left out: they may be personal, and this is printed. */
    private static void say(ImportRefused refused, PrintStream out) {
        out.println("  The sample season was not imported:");
        for (RowError error : refused.errors()) {
            out.printf(
                    "    row %s %s: %s%n",
                    error.row().map(Object::toString).orElse("-"),
                    error.column().map(Column::english).orElse(""),
                    RuleText.of(Locale.ENGLISH).say(error.refused()));
        }
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
