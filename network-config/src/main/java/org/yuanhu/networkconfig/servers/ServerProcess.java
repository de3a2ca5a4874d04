package org.yuanhu.networkconfig.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;

/**
 * An organisation's own server beside its peer. It keeps what is its own in {@code server/} and reads the organisation's
 * folder for whose it is: the consortium file, the bundles, the trust file and its own people's keys.
 */
public final class ServerProcess {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(CALL_LIMIT).build();

    private final OrganisationFolder folder;

    public ServerProcess(OrganisationFolder folder) {
        this.folder = folder;
    }

    /** What to start on this machine. */
    public List<String> command(Path program, boolean demo) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return command(java.toString(), program.toAbsolutePath().toString(), folder.root(), demo);
    }

    /**
     * What to start.
     *
     * @param program the server's jar, with its libraries beside it
     * @param at the organisation's folder, where the server will run
     * @param demo with users whose passwords everybody knows
     */
    public List<String> command(String java, String program, Path at, boolean demo) {
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                program,
                "--spring.profiles.active=" + (demo ? "demo,fabric" : "fabric"),
                "--yuanhu.organisation=" + folder.msp(),
                "--yuanhu.organisation-folder=" + at,
                "--server.port=" + folder.organisation().address().serverPort());
    }

    /** Where it is reached on its own host. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + folder.organisation().address().serverPort());
    }

    /** Whether it says it is well. */
    boolean isHealthy() {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/actuator/health"))
                .timeout(CALL_LIMIT)
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet: it is asked again until the limit
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailedException("interrupted while waiting");
        }
    }
}
