package org.yuanhu.networktests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in at an organisation's server, over HTTP. */
final class ServerClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String server;
    private final String token;

    private ServerClient(String server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Signs in a demo user, whose password everybody knows. */
    static ServerClient signIn(String server, String user) {
        Answer answer = tryToSignIn(server, user);
        if (answer.status() != 201) {
            throw new AssertionError(user + " cannot sign in at " + server + ": " + answer);
        }
        return new ServerClient(server, answer.json().path("token").asString(""));
    }

    static Answer tryToSignIn(String server, String user) {
        return new ServerClient(server, "").post("/api/v1/tokens", Map.of("name", user, "password", user + "-demo"));
    }

    /** Asks an address as a buyer's program would. */
    static Answer asProgram(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"));
    }

    Answer get(String path) {
        return send(signed(path));
    }

    Answer post(String path, Object body) {
        return send(signed(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder signed(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Language", "en");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param status of HTTP; 0 if nobody answered
     */
    record Answer(int status, String text) {
        boolean isGood() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            return JSON.readTree(text);
        }
    }
}
