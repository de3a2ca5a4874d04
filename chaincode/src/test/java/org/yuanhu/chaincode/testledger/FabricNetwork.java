package org.yuanhu.chaincode.testledger;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.chaincode.ChaincodeProcess;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.network.Network;
import org.yuanhu.networkconfig.network.PeerEndpoint;

/**
 * A real network of four organisations on this machine, brought up once for all tests of this process and destroyed when the process
 * ends. It carries the chaincode under as many names as there are empty ledgers wanted: each name has a state of its own.
 */
final class FabricNetwork {
    private static @Nullable FabricNetwork running;

    private final FabricTools tools =
            FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), System.out::println);
    private final Path folder = Files.createTempDirectory("yuanhu-fabric");
    private final String yaml = FreePorts.demoYaml();
    private final ChaincodeCode code = code();
    private final Map<MspId, ManagedChannel> channels = new LinkedHashMap<>();
    private int names;

    private FabricNetwork() throws IOException {}

    /** The network of this process; the first to ask brings it up. */
    static synchronized FabricNetwork running() throws IOException {
        if (running == null) {
            FabricNetwork network = new FabricNetwork();
            Runtime.getRuntime().addShutdownHook(new Thread(network::destroy, "destroy the network"));
            network.bringUp();
            running = network;
        }
        return running;
    }

    /** A name on the channel under which nothing has been written yet. */
    synchronized FabricTestLedger emptyLedger() {
        names++;
        Consortium named = names == 1 ? consortium() : consortium("-" + names);
        network(named).deploy(tools, code);
        return new FabricTestLedger(this, Identities.open(folder, named));
    }

    /** Where the keys of all organisations lie. */
    Path home() {
        return folder;
    }

    /** The way to each organisation's peer. */
    Map<MspId, ManagedChannel> channels() {
        return channels;
    }

    /** Brings every organisation's revocation lists into the channel and waits for the peers to have them. */
    void publishRevocations() {
        network(consortium()).publishRevocations(tools);
    }

    private void bringUp() throws IOException {
        Network network = network(consortium());
        network.up(tools, yaml);
        Path organisations = Files.createDirectories(folder.resolve("organisations"));
        for (PeerEndpoint peer : network.peers()) {
            // one home with a way into each organisation's own folder: the suites act for all of them
            Files.createSymbolicLink(
                    organisations.resolve(peer.msp().value()),
                    root().resolve(Path.of("hosts", peer.host(), peer.msp().value(), "identities", "organisations"))
                            .resolve(peer.msp().value()));
            TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder()
                    .trustManager(peer.tlsAuthorities().toFile());
            channels.put(
                    peer.msp(),
                    Grpc.newChannelBuilderForAddress(peer.host(), peer.port(), tls.build())
                            .build());
        }
    }

    private void destroy() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        network(consortium()).destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path root() {
        return folder.resolve("network");
    }

    private Network network(Consortium consortium) {
        return new Network(new NetworkFolder(root(), consortium), System.out::println);
    }

    private Consortium consortium() {
        return consortium("");
    }

    private Consortium consortium(String suffix) {
        String name = "chaincode: " + Consortium.demo().chaincode();
        try {
            Path file = folder.resolve("consortium" + suffix + ".yaml");
            return Consortium.read(Files.writeString(file, yaml.replace(name, name + suffix)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chaincode as this test's class path has it. */
    private ChaincodeCode code() throws IOException {
        List<Path> jars = new ArrayList<>();
        List<String> entries =
                Arrays.asList(System.getProperty("java.class.path").split(":"));
        for (String entry : entries) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jars.add(jar(path, folder.resolve("classes-" + jars.size() + ".jar")));
            } else if (entry.endsWith(".jar") && !entry.contains("rocksdbjni")) {
                jars.add(path);
            }
        }
        return ChaincodeCode.of(Consortium.demo().chaincode(), jars, ChaincodeProcess.class.getName());
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(classes.relativize(file).toString());
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
