package org.yuanhu.networktests;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sixteen clients of one server, each sending one act after the other; one that was not acknowledged is sent again with the same id. */
final class SteadyLoad {
    private static final int CLIENTS = 16;
    private static final long PAUSE_MILLIS = 100;
    /** A few acts a second each: as many as sixteen people with a form, not as many as the machine can. */
    private static final long BETWEEN_MILLIS = 200;

    private final ServerClient user;
    private final String name;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final NavigableSet<Instant> moments = new ConcurrentSkipListSet<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    private SteadyLoad(ServerClient user, String name) {
        this.user = user;
        this.name = name.replace('_', '-');
    }

    /** Starts it. */
    static SteadyLoad on(String server, String user, String name) {
        SteadyLoad load = new SteadyLoad(ServerClient.signIn(server, user), name);
        load.moments.add(Instant.now());
        for (int client = 0; client < CLIENTS; client++) {
            load.clients.execute(load::send);
        }
        return load;
    }

    /** Lets it go on for so long. */
    void run(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** Returns when every client has its last answer. */
    void stop() throws InterruptedException {
        moments.add(Instant.now());
        going.set(false);
        clients.shutdown();
        if (!clients.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("a client still waits for its answer");
        }
    }

    /** The ids of the acts the server said are on the ledger. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    int failures() {
        return failures.get();
    }

    /** The longest time in which nothing was acknowledged. */
    Duration longestSilence() {
        Duration longest = Duration.ZERO;
        Instant before = moments.first();
        for (Instant moment : moments) {
            Duration silence = Duration.between(before, moment);
            longest = silence.compareTo(longest) > 0 ? silence : longest;
            before = moment;
        }
        return longest;
    }

    private void send() {
        while (going.get()) {
            String id = name + "-" + numbers.incrementAndGet();
            Map<String, String> act = Map.of("id", id, "code", id, "name", "示例品类", "unit", "g");
            while (!user.post("/api/v1/commodities", act).isGood()) {
                failures.incrementAndGet();
                if (!going.get()) {
                    return;
                }
                pause(PAUSE_MILLIS);
            }
            acknowledged.add(id);
            moments.add(Instant.now());
            pause(BETWEEN_MILLIS);
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
