package org.yuanhu.networktests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of one server, each sending one act after the other; one that was not acknowledged is sent again with the same id. */
final class SteadyLoad {
    private static final long PAUSE_MILLIS = 100;
    /** A few acts a second each: as many as so many people with a form, not as many as the machine can. */
    private static final long BETWEEN_MILLIS = 200;

    private final ServerClient user;
    private final String name;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads;

    private SteadyLoad(ServerClient user, String name, int clients) {
        this.user = user;
        this.name = name.replace('_', '-');
        this.threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            this.clients.add(new Client());
        }
    }

    /** Starts it. */
    static SteadyLoad on(String server, String user, String name, int clients) {
        SteadyLoad load = new SteadyLoad(ServerClient.signIn(server, user), name, clients);
        load.clients.forEach(load.threads::execute);
        return load;
    }

    /** Lets it go on for so long. */
    void run(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** Returns when every client has its last answer. */
    void stop() throws InterruptedException {
        going.set(false);
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("a client still waits for its answer");
        }
    }

    /** The ids of the acts the server said are on the ledger. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How many acts of each client were acknowledged so far. */
    List<Integer> answers() {
        return clients.stream().map(client -> client.answers.get()).toList();
    }

    int failures() {
        return failures.get();
    }

    /** How long each client waited for the one of its acts that took longest, from its first sending to its acknowledgement. */
    List<Duration> longestWaits() {
        return clients.stream()
                .map(client -> Duration.ofNanos(client.longestNanos))
                .sorted()
                .toList();
    }

    /** One of them. */
    private final class Client implements Runnable {
        private final AtomicInteger answers = new AtomicInteger();
        private volatile long longestNanos;

        @Override
        public void run() {
            while (going.get()) {
                String id = name + "-" + numbers.incrementAndGet();
                Map<String, String> act = Map.of("id", id, "code", id, "name", "示例品类", "unit", "g");
                long sent = System.nanoTime();
                while (!user.post("/api/v1/commodities", act).isGood()) {
                    failures.incrementAndGet();
                    longestNanos = Math.max(longestNanos, System.nanoTime() - sent);
                    if (!going.get()) {
                        return;
                    }
                    pause(PAUSE_MILLIS);
                }
                longestNanos = Math.max(longestNanos, System.nanoTime() - sent);
                answers.incrementAndGet();
                acknowledged.add(id);
                pause(BETWEEN_MILLIS);
            }
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
