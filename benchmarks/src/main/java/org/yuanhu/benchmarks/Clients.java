package org.yuanhu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Many clients at once, each doing one thing after the other. */
final class Clients {
    private Clients() {}

    /** What a client does again and again; it ends when the work is acknowledged. */
    interface Act {
        void run() throws Exception;
    }

    /** What a client does again and again. */
    interface Counted {
        /** Does it once, and returns how much of it was acknowledged. */
        long run() throws Exception;
    }

    /**
     * Lets some clients work for a while.
     *
     * @return acts acknowledged per second
     * @throws java.util.concurrent.ExecutionException if any act failed
     */
    static double perSecond(int clients, double seconds, Act act) throws Exception {
        return countedPerSecond(clients, seconds, () -> {
            act.run();
            return 1;
        });
    }

    /**
     * Lets some clients work for a while.
     *
     * @return what was acknowledged, per second
     * @throws java.util.concurrent.ExecutionException if any client failed
     */
    static double countedPerSecond(int clients, double seconds, Counted work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            LongAdder done = new LongAdder();
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        done.add(work.run());
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
            return done.sum() * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }
}
