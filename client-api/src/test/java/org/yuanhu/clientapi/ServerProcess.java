package org.yuanhu.clientapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, for what a process alone can show: its memory, its exit, what it prints. */
public final class ServerProcess implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 120;

    private final Process process;
    private final Path said;
    private final int port;

    private ServerProcess(Process process, Path said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /**
     * Starts it, without waiting for it.
     *
     * @param home where it keeps everything
     * @param java options of the virtual machine
     * @param options of the server
     */
    public static ServerProcess start(Path home, List<String> java, String... options) {
        int port = freePort();
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(java);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), YuanhuServer.class.getName()));
        words.add("--yuanhu.home=" + home);
        words.add("--server.port=" + port);
        words.addAll(List.of(options));
        if (!words.contains(ServerOnRandomPort.WITH_SEASON)) {
            words.add("--yuanhu.season.import=false");
        }
        try {
            Path said = Files.createTempFile("server", ".txt");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new ServerProcess(process, said, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it serves. */
    public ServerProcess ready() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // it is still starting
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("The server does not serve:\n" + said());
    }

    /** Signs in a demo user, whose password everybody knows. */
    public ServerOnRandomPort.Client as(String name) {
        return ServerOnRandomPort.signIn(address(), name, name + "-demo");
    }

    /** Waits until it has ended by itself. */
    public int exit() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS))
                .as("it ended: %s", said())
                .isTrue();
        return process.exitValue();
    }

    /** What it printed so far. */
    public String said() {
        try {
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            Files.deleteIfExists(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
