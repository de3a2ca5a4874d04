package org.yuanhu.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People at one server, each sending one act after the other; one that was not acknowledged is sent again with the same id. */
public final class People implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 100;
    private static final long BETWEEN_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final String token;
    private final String name;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<AtomicLong> longestNanos = new ArrayList<>();
    private final ExecutorService threads;
    private volatile @Nullable String refused;

    private People(String server, String token, String name, int count) {
        this.server = server;
        this.token = token;
        this.name = name;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /**
     * They begin at once.
     *
     * @param user a demo user, whose password everybody knows
     * @param name what their acts' ids begin with
     */
    public static People at(String server, String user, String name, int count)
            throws IOException, InterruptedException {
        HttpRequest signIn = HttpRequest.newBuilder(URI.create(server + "/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + user + "\",\"password\":\"" + user + "-demo\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(signIn, BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IOException(user + " cannot sign in at " + server + ": " + answer.statusCode());
        }
        People people = new People(server, token.group(1), name, count);
        for (int person = 0; person < count; person++) {
            AtomicLong longest = new AtomicLong();
            people.longestNanos.add(longest);
            people.threads.execute(() -> people.act(longest));
        }
        return people;
    }

    /** Seconds that each of them waited for the act that took longest since this was asked last, from its first sending. */
    public List<Double> longestWaits() {
        return longestNanos.stream()
                .map(longest -> longest.getAndSet(0) / 1e9)
                .sorted()
                .toList();
    }

    /**
     * Returns when each has the last answer.
     *
     * @throws IllegalStateException an act was refused, so that nothing was measured, or an answer does not come
     */
    public void stop() throws InterruptedException {
        going.set(false);
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("somebody still waits for an answer");
        }
        if (refused != null) {
            throw new IllegalStateException("an act was refused: " + refused);
        }
    }

    @Override
    public void close() {
        going.set(false);
        threads.shutdownNow();
    }

    private void act(AtomicLong longest) {
        try {
            while (going.get()) {
                String id = name + "-" + numbers.incrementAndGet();
                long sent = System.nanoTime();
                boolean acknowledged = send(id);
                while (!acknowledged && going.get()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    acknowledged = send(id);
                }
                long waited = System.nanoTime() - sent;
                longest.accumulateAndGet(waited, Math::max);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send(String id) throws InterruptedException {
        HttpRequest act = HttpRequest.newBuilder(URI.create(server + "/api/v1/commodities"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(
                        "{\"id\":\"" + id + "\",\"code\":\"" + id + "\",\"name\":\"示例品类\",\"unit\":\"g\"}"))
                .build();
        try {
            HttpResponse<String> answer = http.send(act, BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= 400 && status < 500) { // sending it again would not help
                refused = status + " " + answer.body();
                going.set(false);
            }
            return status == 200 || status == 201;
        } catch (IOException nobodyAnswered) {
            return false;
        }
    }
}
