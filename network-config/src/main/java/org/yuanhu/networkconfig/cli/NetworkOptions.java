package org.yuanhu.networkconfig.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.network.Network;
import picocli.CommandLine.Option;

/** Where the network lies and whose it is; the same options on every network command. */
final class NetworkOptions {
    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "yuanhu-network",
            description = "folder with one folder for each organisation (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path folder;

    @Option(
            names = "--consortium",
            paramLabel = "FILE",
            description = "the consortium file, at the first start (default: the demonstration's)")
    @Nullable
    Path consortiumFile;

    /** The file's text: as told, as the network was made with, or the demonstration's. */
    String consortiumYaml() {
        if (consortiumFile != null) {
            return DurableFile.read(consortiumFile);
        }
        Path own = ownFile();
        return Files.exists(own) ? DurableFile.read(own) : Consortium.demoYaml();
    }

    Network network(PrintWriter out, Duration blockInterval) {
        return new Network(networkFolder(), out::println, blockInterval);
    }

    Network network(PrintWriter out) {
        return new Network(networkFolder(), out::println);
    }

    NetworkFolder networkFolder() {
        Path own = ownFile();
        if (consortiumFile == null && !Files.exists(own)) {
            return new NetworkFolder(folder, Consortium.demo());
        }
        return new NetworkFolder(folder, Consortium.read(consortiumFile == null ? own : consortiumFile));
    }

    /** Keeps the file the network is made with, for the commands that follow. */
    void keepConsortium(String yaml) {
        DurableFile.write(ownFile(), yaml);
    }

    static FabricTools tools(PrintWriter out) {
        FabricTools tools = FabricTools.locate(module().resolve("tools"), System.getenv(), out::println);
        out.println("Fabric " + tools.version() + " from " + tools.folder());
        return tools;
    }

    /** This module's folder; the launcher says where it is. */
    static Path module() {
        return Path.of(System.getProperty("yuanhu.network.module", "network-config"));
    }

    private Path ownFile() {
        return folder.resolve("consortium.yaml");
    }
}
