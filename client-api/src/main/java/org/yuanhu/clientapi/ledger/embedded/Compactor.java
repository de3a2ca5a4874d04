package org.yuanhu.clientapi.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuanhu.clientapi.ledger.connection.Compaction;
import org.yuanhu.embeddedledger.EmbeddedLedger;

/** Rewrites the single-machine ledger's files in the background; a file says that it is due until it is done. */
final class Compactor implements Compaction, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
    private static final long GRACE_SECONDS = 15;

    private final EmbeddedLedger ledger;
    private final Path due;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ledger-compaction");
        thread.setDaemon(true);
        return thread;
    });

    private long requests;

    /** @param due the file that stands while a compaction is due */
    Compactor(EmbeddedLedger ledger, Path due) {
        this.ledger = ledger;
        this.due = due;
        if (Files.exists(due)) {
            background.execute(this::compact);
        }
    }

    @Override
    public synchronized void request() {
        requests++;
        try {
            Files.writeString(due, "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note that a compaction is due", e);
        }
        background.execute(this::compact);
    }

    /** Several requests that waited are served by one; one that came meanwhile keeps the note. */
    private void compact() {
        long served = requests();
        if (!Files.exists(due)) {
            return;
        }
        try {
            ledger.compact();
            done(served);
            LOG.info("Purged values are out of the ledger's files");
        } catch (IOException | RuntimeException e) {
            LOG.error("Compaction failed and stays due: {}", e.getClass().getName());
        }
    }

    private synchronized long requests() {
        return requests;
    }

    private synchronized void done(long served) throws IOException {
        if (served == requests) {
            Files.deleteIfExists(due);
        }
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("A compaction is still running; it is done anew after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
