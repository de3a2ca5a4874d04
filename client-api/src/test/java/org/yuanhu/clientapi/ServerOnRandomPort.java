package org.yuanhu.clientapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server, started with the options a person would give, in a folder of its own, with its real ledger. Spoken to over HTTP
 * alone.
 */
public final class ServerOnRandomPort implements AutoCloseable {
    /** The option that imports the sample season. */
    public static final String WITH_SEASON = "--yuanhu.season.import=true";

    private static final String PRODUCTION = "--spring.profiles.active=production";
    private static final String PROVINCE_KEY = "--yuanhu.province-key=";

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String address;

    private ServerOnRandomPort(ConfigurableApplicationContext context) {
        this.context = context;
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * Starts in a folder, which may hold an earlier start's data; without the sample season unless an option asks for it. Outside of the
     * demo it is given a province key, as an operator has to.
     */
    public static ServerOnRandomPort start(Path home, String... options) {
        List<String> all = new ArrayList<>(List.of("--yuanhu.home=" + home));
        all.addAll(List.of(options));
        if (all.stream().noneMatch(option -> option.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        if (!all.contains(WITH_SEASON)) {
            all.add("--yuanhu.season.import=false");
        }
        if (all.contains(PRODUCTION) && all.stream().noneMatch(option -> option.startsWith(PROVINCE_KEY))) {
            all.add(PROVINCE_KEY + givenProvinceKey(home));
        }
        return new ServerOnRandomPort(SpringApplication.run(YuanhuServer.class, all.toArray(String[]::new)));
    }

    private static Path givenProvinceKey(Path home) {
        try {
            return Files.writeString(home.resolve("given-province.key"), "0123456789abcdef".repeat(4) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String address() {
        return address;
    }

    /** A bean of the running server, for what HTTP does not show. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Signs in a demo user, whose password everybody knows. */
    public Client as(String name) {
        return signIn(name, name + "-demo");
    }

    /** Signs in with name and password. */
    public Client signIn(String name, String password) {
        return signIn(address, name, password);
    }

    /** Somebody who has not signed in. */
    public Client anybody() {
        return new Client(address, "");
    }

    static Client signIn(String address, String name, String password) {
        Answer answer = new Client(address, "").post("/api/v1/tokens", Map.of("name", name, "password", password));
        if (answer.status() != 201) {
            throw new AssertionError("Cannot sign in " + name + ": " + answer);
        }
        return new Client(address, answer.json().get("token").asString());
    }

    @Override
    public void close() {
        context.close();
    }

    /** One who sends requests. */
    public static final class Client {
        private final String address;
        private final String token;
        private String language = "en";

        private Client(String address, String token) {
            this.address = address;
            this.token = token;
        }

        /** The same one, asking in another language. */
        public Client in(String otherLanguage) {
            Client other = new Client(address, token);
            other.language = otherLanguage;
            return other;
        }

        public Answer get(String path) {
            return send("GET", path, HttpRequest.BodyPublishers.noBody());
        }

        public Answer delete(String path) {
            return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
        }

        /** Posts JSON: a text as it is, anything else written as JSON. */
        public Answer post(String path, Object body) {
            String text = body instanceof String given ? given : JSON.writeValueAsString(body);
            return send("POST", path, HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        }

        /** Imports a spreadsheet. */
        public Answer importCsv(String table, byte[] file) {
            return send("POST", "/api/v1/imports/" + table, HttpRequest.BodyPublishers.ofByteArray(file), "text/csv");
        }

        private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
            return send(method, path, body, "application/json");
        }

        private Answer send(String method, String path, HttpRequest.BodyPublisher body, String contentType) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Accept-Language", language)
                    .header("Content-Type", contentType)
                    .method(method, body);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            try {
                return new Answer(
                        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
