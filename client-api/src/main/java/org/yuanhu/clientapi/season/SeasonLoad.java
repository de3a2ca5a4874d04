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
import org.yuanhu.clientapi.imports.Imported;

/**
 * Loads the sample season stage after stage, the files of a stage side by side. A load that was cut short is continued by the next; once
 * the last file is on the ledger there is nothing to do.
 */
final class SeasonLoad {
    private static final int SIDE_BY_SIDE = 9;

    private final ImportClient client;
    private final PrintStream out;

    /** @param out told how far it is */
    SeasonLoad(ImportClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** Imports what is missing; false if it could not, which was said. */
    boolean run() {
        List<SeasonFiles.Stage> stages = SeasonFiles.stages();
        try {
            if (!stages.isEmpty() && !isThere(stages.get(stages.size() - 1))) {
                load(stages);
            }
            return true;
        } catch (SeasonStoppedException stopped) {
            out.println("  The sample season was not imported:");
            stopped.lines().forEach(line -> out.println("    " + line));
            return false;
        }
    }

    private void load(List<SeasonFiles.Stage> stages) {
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
            throw e.getCause() instanceof SeasonStoppedException stopped ? stopped : e;
        } finally {
            people.shutdownNow();
        }
    }

    /** The stages were carried out in order: if the last is there, all are. */
    private boolean isThere(SeasonFiles.Stage last) {
        return last.files().stream().allMatch(file -> client.has(file.user(), file.file()));
    }

    private String load(SeasonFiles.Stage stage, ExecutorService people) {
        Instant start = Instant.now();
        List<CompletableFuture<Imported>> files = stage.files().stream()
                .map(file -> CompletableFuture.supplyAsync(() -> client.importFile(file.user(), file.file()), people))
                .toList();
        List<Imported> imported = files.stream().map(CompletableFuture::join).toList();
        int written = imported.stream().mapToInt(Imported::written).sum();
        client.settle(written);
        int refused = imported.stream().mapToInt(Imported::refusedAsExpected).sum();
        return String.format(
                Locale.ROOT,
                "%-21s %5d rows  %5d new  %4.1f s%s",
                stage.table(),
                imported.stream().mapToInt(Imported::rows).sum(),
                written,
                seconds(start),
                refused == 0 ? "" : "  (" + refused + " refused, as the table expects)");
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
