package org.yuanhu.networktests;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.client.AlreadyProcessed;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.network.Network;
import org.yuanhu.networkconfig.network.PeerEndpoint;

/**
 * Empty ledgers on a network that is up: the chaincode that was deployed, under as many names more as are wanted. Each name has a state
 * of its own; the first one's belongs to the organisations' servers.
 */
final class RulebookLedgers implements AutoCloseable {
    private final FabricTools tools =
            FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), System.out::println);
    private final Path home;
    private final Path root;
    private final String yaml;
    private final Map<MspId, ManagedChannel> channels = new LinkedHashMap<>();
    private int names = 1;

    /**
     * @param home where one way into each organisation's own folder is made: the suites act for all of them
     * @param root the network's folder
     * @param yaml its consortium file
     */
    RulebookLedgers(Path home, Path root, String yaml) throws IOException {
        this.home = home;
        this.root = root;
        this.yaml = yaml;
        Path organisations = Files.createDirectories(home.resolve("organisations"));
        for (PeerEndpoint peer : network(consortium("")).peers()) {
            Files.createSymbolicLink(
                    organisations.resolve(peer.msp().value()),
                    root.resolve(Path.of("hosts", peer.host(), peer.msp().value(), "identities", "organisations"))
                            .resolve(peer.msp().value()));
            TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder()
                    .trustManager(peer.tlsAuthorities().toFile());
            channels.put(
                    peer.msp(),
                    Grpc.newChannelBuilderForAddress(peer.host(), peer.port(), tls.build())
                            .intercept(new AlreadyProcessed())
                            .build());
        }
    }

    /** A name on the channel under which nothing has been written yet. */
    synchronized FabricTestLedger emptyLedger() throws IOException {
        names++;
        Consortium named = consortium("-" + names);
        network(named).deploy(tools, delivered());
        return new FabricTestLedger(this, Identities.open(home, named));
    }

    /** Where the keys of all organisations lie. */
    Path home() {
        return home;
    }

    /** The way to each organisation's peer. */
    Map<MspId, ManagedChannel> channels() {
        return channels;
    }

    /** Brings every organisation's revocation lists into the channel and waits for the peers to have them. */
    void publishRevocations() {
        network(consortium("")).publishRevocations(tools);
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private Network network(Consortium consortium) {
        return new Network(new NetworkFolder(root, consortium), System.out::println);
    }

    private Consortium consortium(String suffix) {
        String name = "chaincode: " + Consortium.demo().chaincode();
        try {
            Path file = home.resolve("consortium" + suffix + ".yaml");
            return Consortium.read(Files.writeString(file, yaml.replace(name, name + suffix)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chaincode's jars as they are delivered: the same package that {@code network up --deploy} installed. */
    private static ChaincodeCode delivered() throws IOException {
        Path target = Path.of("../chaincode/target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("chaincode-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(target + ": no jar; build first"));
            return ChaincodeCode.of(
                    Consortium.demo().chaincode(),
                    List.of(jar, target.resolve("lib")),
                    "org.yuanhu.chaincode.ChaincodeProcess");
        }
    }
}
