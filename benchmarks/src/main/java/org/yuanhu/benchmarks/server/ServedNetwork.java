package org.yuanhu.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.consortium.MspId;

/** Four organisations on real Fabric, each with its own server, brought up by the command line; gone when closed or interrupted. */
public final class ServedNetwork implements AutoCloseable {
    private static final Path PROJECT = Path.of(System.getProperty("yuanhu.project", "."));
    private static final long LONGEST_COMMAND_MINUTES = 15;

    private final Path root;
    private final Consortium consortium;
    private final Consumer<String> say;
    private final Thread hook = new Thread(this::destroy, "destroy-the-network");
    private boolean destroyed;

    private ServedNetwork(Path root, Consortium consortium, Consumer<String> say) {
        this.root = root;
        this.consortium = consortium;
        this.say = say;
    }

    /** Returns when the servers say they are well, on an empty ledger. */
    public static ServedNetwork up(Consumer<String> say) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("yuanhu-f1");
        String yaml = FreePorts.demoYaml();
        Path file = Files.writeString(root.resolve("consortium.yaml"), yaml);
        ServedNetwork network = new ServedNetwork(root, Consortium.read(file), say);
        Runtime.getRuntime().addShutdownHook(network.hook);
        try {
            network.run("up", "--deploy", "--consortium", file.toString());
            network.run("servers", "--demo");
            return network;
        } catch (IOException | InterruptedException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Such as {@code http://127.0.0.1:21007}. */
    public String server(MspId organisation) {
        return "http://127.0.0.1:"
                + consortium.organisation(organisation).address().serverPort();
    }

    /** Stops an organisation's peer as if it hung: it keeps its connections and answers nothing. */
    public void pausePeer(MspId organisation) throws IOException, InterruptedException {
        signal("-STOP", organisation);
    }

    /** Lets it go on. */
    public void continuePeer(MspId organisation) throws IOException, InterruptedException {
        signal("-CONT", organisation);
    }

    private void signal(String signal, MspId organisation) throws IOException, InterruptedException {
        Path pid = root.resolve(Path.of("network", "hosts", "localhost", organisation.value(), "run", "peer.pid"));
        String process = Files.readString(pid, StandardCharsets.US_ASCII).split(" ", 2)[0];
        if (new ProcessBuilder("kill", signal, process).inheritIO().start().waitFor() != 0) {
            throw new IOException("the peer of " + organisation + " takes no " + signal);
        }
    }

    private void run(String command, String... more) throws IOException, InterruptedException {
        say.accept("network " + command);
        List<String> words = new ArrayList<>(List.of(
                PROJECT.resolve("network-config/bin/network").toString(),
                command,
                "--folder",
                root.resolve("network").toString()));
        words.addAll(List.of(more));
        Path said = root.resolve("said.txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("network " + command + " failed:\n" + Files.readString(said));
        }
    }

    @Override
    public void close() {
        destroy();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private synchronized void destroy() {
        if (destroyed) {
            return;
        }
        destroyed = true;
        try {
            run("destroy", "--yes");
            delete(root);
        } catch (IOException e) {
            say.accept("the network in " + root + " was not destroyed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
