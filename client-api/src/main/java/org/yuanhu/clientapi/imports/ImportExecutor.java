package org.yuanhu.clientapi.imports;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Does small things side by side: the ledger makes one disk write serve many acts at once, so that one after another would be slow.
 */
@Component
final class ImportExecutor {
    private static final int THREADS = 24;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "import-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Does all of them and returns their results in order; if one fails, the others are waited for and its failure thrown. */
    <T> List<T> all(List<Callable<T>> tasks) {
        try {
            List<Future<T>> ends = threads.invokeAll(tasks);
            List<T> results = new ArrayList<>();
            for (Future<T> end : ends) {
                results.add(end.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while importing", e);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
