package org.yuanhu.clientapi.season;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yuanhu.clientapi.imports.ImportFile;
import org.yuanhu.clientapi.imports.Imported;
import org.yuanhu.clientapi.user.DemoUsers;
import org.yuanhu.consortium.MspId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each person's own organisation's server, spoken to over HTTP as anybody would: sign in, send the file, read the answer. */
final class HttpImportClient implements ImportClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(5);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CALL).build();
    private final Map<MspId, URI> servers;
    private final Map<String, MspId> organisations;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param servers where each organisation's is
     * @param organisations of each user
     */
    HttpImportClient(Map<MspId, URI> servers, Map<String, MspId> organisations) {
        this.servers = Map.copyOf(servers);
        this.organisations = Map.copyOf(organisations);
    }

    /**
     * An import is judged as a whole before it writes. So one that was refused and wrote nothing may be tried again: what another
     * organisation's server wrote is everywhere a moment later.
     */
    @Override
    public Imported importFile(String user, ImportFile file) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer =
                    send(request(user, "/api/v1/imports/" + file.table().name())
                            .timeout(LONGEST_IMPORT)
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofByteArray(file.content()))
                            .build());
            JsonNode said = JSON.readTree(answer.body());
            if (answer.statusCode() == OK) {
                return JSON.treeToValue(said, Imported.class);
            }
            if (attempt == TRIES || said.path("written").asInt(0) > 0) {
                throw new SeasonStoppedException(refusal(user, file, answer.statusCode(), said));
            }
            pause(attempt);
        }
    }

    /** It is handed in again, which adds nothing. */
    @Override
    public boolean has(String user, ImportFile file) {
        return false;
    }

    /** Until every server has read the same last block, twice in a row. */
    @Override
    public void settle(int written) {
        Instant end = Instant.now().plus(SETTLED_WITHIN);
        List<Long> before = List.of();
        List<Long> now = blocks();
        while (now.stream().distinct().count() > 1 || !now.equals(before)) {
            if (Instant.now().isAfter(end)) {
                throw new SeasonStoppedException("The servers do not come to the same block: " + now);
            }
            pause(1);
            before = now;
            now = blocks();
        }
    }

    /**
     * Addresses of first labels, of a different product each.
     *
     * @param clerks who had labels printed; each may see those of the own cooperative
     */
    List<String> labels(List<String> clerks, int count) {
        Map<String, String> byProduct = new LinkedHashMap<>();
        for (String clerk : clerks) {
            for (JsonNode run : get(clerk, "/api/v1/print-runs?size=200").path("items")) {
                String product = run.path("gtin").asString("");
                if (byProduct.size() < count && !byProduct.containsKey(product)) {
                    String address = get(
                                    clerk,
                                    "/api/v1/print-runs/" + run.path("run").asString("") + "/labels/0")
                            .path("address")
                            .asString("");
                    if (!address.isEmpty()) {
                        byProduct.put(product, address);
                    }
                }
            }
        }
        return List.copyOf(byProduct.values());
    }

    private JsonNode get(String user, String path) {
        return JSON.readTree(
                send(request(user, path).timeout(CALL).GET().build()).body());
    }

    private URI serverOf(String user) {
        MspId organisation = organisations.get(user);
        if (organisation == null) {
            throw new SeasonStoppedException("The season's users.csv has no user " + user);
        }
        return server(organisation);
    }

    private URI server(MspId organisation) {
        URI server = servers.get(organisation);
        if (server == null) {
            throw new SeasonStoppedException(
                    "No server of " + organisation + " was named; say " + organisation + "=http://…");
        }
        return server;
    }

    private List<Long> blocks() {
        return servers.keySet().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .map(msp ->
                        get(anyUserOf(msp), "/api/v1/read-model").path("block").asLong(-1))
                .toList();
    }

    private String anyUserOf(MspId organisation) {
        return organisations.entrySet().stream()
                .filter(user -> user.getValue().equals(organisation))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new SeasonStoppedException("The season has nobody of " + organisation));
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(serverOf(user).resolve(path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::signIn));
    }

    private String signIn(String user) {
        String body = JSON.writeValueAsString(Map.of("name", user, "password", DemoUsers.passwordOf(user)));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(serverOf(user).resolve("/api/v1/tokens"))
                .timeout(CALL)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
        if (answer.statusCode() != CREATED) {
            throw new SeasonStoppedException(user + " cannot sign in at " + serverOf(user)
                    + "; was that server started with the season's users?");
        }
        return JSON.readTree(answer.body()).path("token").asString("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SeasonStoppedException("The server at " + request.uri()
                    + " does not answer. Start again: the import goes on" + " from here.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeasonStoppedException("Interrupted");
        }
    }

    /** Row, column and rule of each mistake; the values are left out: they may be personal, and this is printed. */
    private static List<String> refusal(String user, ImportFile file, int status, JsonNode said) {
        Stream<String> errors = said.path("errors")
                .valueStream()
                .map(error -> "row "
                        + error.path("row").asString("-") + " "
                        + error.path("column").asString("") + ": "
                        + error.path("rule").asString(""));
        String title = user + "'s " + file.table().name() + ": " + status + " "
                + said.path("title").asString("") + " " + said.path("rule").asString("");
        long more = said.path("more").asLong(0);
        Stream<String> rest = Stream.of("and " + more + " more").filter(any -> more > 0);
        return Stream.of(Stream.of(title.strip()), errors, rest)
                .flatMap(lines -> lines)
                .toList();
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(attempt * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeasonStoppedException("Interrupted");
        }
    }
}
