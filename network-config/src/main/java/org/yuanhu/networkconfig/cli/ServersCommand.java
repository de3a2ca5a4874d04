package org.yuanhu.networkconfig.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.servers.Servers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network servers}. */
@Command(
        name = "servers",
        description = "Starts the organisations' servers on a network that is up; ends when each says it is well."
                + " Running it again starts what does not run.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network servers --season",
            "      with the sample season and its users, whose passwords everybody knows",
            "  network servers --demo",
            "      with those users, and an empty ledger",
            "  network servers --jar /usr/local/lib/yuanhu/yuanhu-server.jar"
        })
final class ServersCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    NetworkOptions options;

    @Option(
            names = "--demo",
            description =
                    "with the demonstration's users, whose passwords everybody knows; a network that had them keeps them")
    boolean demo;

    @Option(
            names = "--season",
            description =
                    "with the demonstration's users, load the sample season, each file by its own person's server")
    boolean season;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "the server's executable jar (default: this project's as it was built last)")
    @Nullable
    Path jar;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Servers servers = new Servers(options.networkFolder(), System.getenv(), out::println);
        Path wanted = jar == null ? built() : existing(jar);
        servers.requireNodes();
        Path server = servers.program(wanted);
        Map<MspId, URI> addresses = servers.start(server, demo || season);
        out.println("the servers are up:");
        addresses.forEach((msp, address) -> out.printf("  %-18s %s%n", msp, address));
        out.flush();
        return season ? loadSeason(server, addresses) : 0;
    }

    /** The season's own program says how far it is, on this one's output. */
    private static int loadSeason(Path server, Map<MspId, URI> addresses) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                server.toString(),
                "season"));
        addresses.forEach((msp, address) -> command.add(msp + "=" + address));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + java, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the season is loaded", e);
        }
    }

    private static Path existing(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("jar '" + jar + "': no such file");
        }
        return jar;
    }

    /** The server's executable jar as it was built last. */
    private static Path built() {
        Path target = NetworkOptions.module().resolveSibling("client-api").resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.getFileName().toString().matches("client-api-[^-]*(-SNAPSHOT)?\\.jar"))
                        .findFirst()
                        .orElseThrow(ServersCommand::notBuilt);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + target, e);
            }
        }
        throw notBuilt();
    }

    private static IllegalArgumentException notBuilt() {
        return new IllegalArgumentException(
                "jar: the server is not built; in the project's folder run:" + " ./mvnw package -DskipTests");
    }
}
