package org.yuanhu.clientapi.season;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.yuanhu.clientapi.ServerOnRandomPort;
import tools.jackson.databind.JsonNode;

/** One server with the sample season on it, shared by the tests of this run; none of them may change what another looks at. */
public final class LoadedSeason {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable LoadedSeason shared;

    private final Path home;
    private ServerOnRandomPort server;

    private LoadedSeason(Path home) {
        this.home = home;
        this.server = ServerOnRandomPort.start(home, ServerOnRandomPort.WITH_SEASON);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Started and loaded by whoever asks first. */
    public static synchronized LoadedSeason shared() {
        if (shared == null) {
            try {
                shared = new LoadedSeason(Files.createTempDirectory("yuanhu-season"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** The server as it runs now. */
    public ServerOnRandomPort server() {
        return server;
    }

    /** Its folder. */
    public Path home() {
        return home;
    }

    /** Stops the server and starts it again in its folder. */
    public void restart() {
        server.close();
        server = ServerOnRandomPort.start(home, ServerOnRandomPort.WITH_SEASON);
    }

    /** Waits until the read model has what is on the ledger: connected, nothing waiting, and the same for half a second. */
    public static void awaitQuiet(ServerOnRandomPort server) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode last = state(server);
        for (int same = 0; same < 10; ) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The read model does not come to rest: " + last);
            }
            pause();
            JsonNode now = state(server);
            boolean quiet = now.equals(last)
                    && now.get("connected").asBoolean()
                    && now.get("waiting").asInt() == 0;
            same = quiet ? same + 1 : 0;
            last = now;
        }
    }

    private static JsonNode state(ServerOnRandomPort server) {
        return server.as("inspector").get("/api/v1/read-model").json();
    }

    /** Acts the read model knows. */
    public static long acts(ServerOnRandomPort server) {
        return server.as("inspector")
                .get("/api/v1/dashboard")
                .json()
                .at("/totals/acts")
                .asLong();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void close() {
        server.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }
}
