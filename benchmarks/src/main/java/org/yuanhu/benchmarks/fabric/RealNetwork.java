package org.yuanhu.benchmarks.fabric;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.client.AlreadyProcessed;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.network.Network;
import org.yuanhu.networkconfig.network.PeerEndpoint;

/** Four organisations on real Fabric with BFT ordering, on free ports and in a folder of its own; gone when closed or interrupted. */
public final class RealNetwork implements AutoCloseable {
    /** Folder of the project; the launcher sets it. */
    private static final Path PROJECT = Path.of(System.getProperty("yuanhu.project", "."));

    private final Path home;
    private final Consortium consortium;
    private final FabricTools tools;
    private final Network network;
    private final Map<MspId, ManagedChannel> channels = new HashMap<>();
    private final Thread hook = new Thread(this::destroy, "destroy-the-network");
    private boolean destroyed;

    private RealNetwork(Path home, String yaml, Consumer<String> say) throws IOException {
        this.home = home;
        this.consortium = Consortium.read(Files.writeString(home.resolve("consortium-here.yaml"), yaml));
        this.tools = FabricTools.locate(PROJECT.resolve("network-config/tools"), System.getenv(), say);
        this.network = new Network(new NetworkFolder(home.resolve("network"), consortium), say);
    }

    /**
     * Brings a network up and deploys {@link BothChaincodes} on it.
     *
     * @param threads of each chaincode process; 0 for what the product sets
     */
    public static RealNetwork up(int threads, Consumer<String> say) throws IOException {
        String yaml = FreePorts.demoYaml();
        RealNetwork real = new RealNetwork(Files.createTempDirectory("yuanhu-p1"), yaml, say);
        Runtime.getRuntime().addShutdownHook(real.hook);
        try {
            real.network.up(real.tools, yaml);
            real.deploy(threads);
            real.connect();
            return real;
        } catch (RuntimeException | IOException e) {
            real.close();
            throw e;
        }
    }

    /**
     * Puts {@link BothChaincodes} in the place of what runs.
     *
     * @param threads of each chaincode process; 0 for what the product sets
     */
    public void deploy(int threads) throws IOException {
        network.deploy(tools, code(threads));
    }

    /** Certificates of people, from each organisation's own authorities. */
    public Identities identities() throws IOException {
        Path organisations = Files.createDirectories(home.resolve("organisations"));
        for (MspId msp : consortium.members()) {
            Path own = home.resolve(Path.of(
                    "network",
                    "hosts",
                    consortium.organisation(msp).address().host(),
                    msp.value(),
                    "identities",
                    "organisations",
                    msp.value()));
            if (!Files.exists(organisations.resolve(msp.value()))) {
                Files.createSymbolicLink(organisations.resolve(msp.value()), own);
            }
        }
        return Identities.create(home, consortium);
    }

    /** The unmodified Gateway client of somebody, towards the own organisation's peer. */
    public Contract client(Identities identities, String role, String name, Map<String, String> attributes) {
        UserIdentity user = identities.issueUser(UserRequest.of(role, name, attributes));
        Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(user.msp().value(), user.certificate()))
                .signer(user::sign)
                .connection(channels.get(user.msp()))
                .evaluateOptions(RealNetwork::deadline)
                .endorseOptions(RealNetwork::deadline)
                .submitOptions(RealNetwork::deadline)
                .commitStatusOptions(RealNetwork::deadline)
                .connect();
        return gateway.getNetwork(consortium.channel()).getContract(consortium.chaincode());
    }

    /** Whose network it is. */
    public Consortium consortium() {
        return consortium;
    }

    private static CallOptions deadline(CallOptions options) {
        return options.withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    private void connect() throws IOException {
        for (PeerEndpoint peer : network.peers()) {
            channels.put(
                    peer.msp(),
                    Grpc.newChannelBuilderForAddress(
                                    peer.host(),
                                    peer.port(),
                                    TlsChannelCredentials.newBuilder()
                                            .trustManager(peer.tlsAuthorities().toFile())
                                            .build())
                            .intercept(new AlreadyProcessed())
                            .build());
        }
    }

    /** The chaincode's jars as they are delivered, and this module's for the baseline. */
    private ChaincodeCode code(int threads) throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(onlyJar(PROJECT.resolve("chaincode/target")));
        jars.add(PROJECT.resolve("chaincode/target/lib"));
        jars.add(onlyJar(PROJECT.resolve("benchmarks/target")));
        if (threads > 0) {
            Path jar = home.resolve("settings.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry(BothChaincodes.SETTINGS));
                String settings = "TP_CORE_POOL_SIZE=%d\nTP_MAX_POOL_SIZE=%d\n".formatted(threads, threads);
                out.write(settings.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            jars.add(jar);
        }
        return ChaincodeCode.of(consortium.chaincode(), jars, BothChaincodes.class.getName());
    }

    private static Path onlyJar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + ": no jar; build first"));
        }
    }

    /** Ends every process and deletes everything. */
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
        channels.values().forEach(ManagedChannel::shutdownNow);
        network.destroy();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
