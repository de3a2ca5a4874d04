package org.yuanhu.chaincode.testledger;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.yuanhu.chaincode.ChaincodeProcess;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.consortium.MspId;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.identity.Identities;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.networkconfig.network.ChaincodeCode;
import org.yuanhu.networkconfig.network.Network;
import org.yuanhu.networkconfig.network.NetworkFolder;
import org.yuanhu.networkconfig.network.PeerEndpoint;

/**
 * A real network of four organisations on this machine. A client asks its own organisation's peer.
 *
 * <p>A commit counts here when every peer has it, so that a suite's next step, by another organisation's client, sees it: on one
 * machine that is at once, on a real network a moment later.
 */
final class FabricTestLedger implements TestLedger {
    private final Network network;
    private final Identities identities;
    private final Path home;
    private final Map<MspId, ManagedChannel> channels = new HashMap<>();

    private FabricTestLedger(Network network, Identities identities, Path home) throws IOException {
        this.network = network;
        this.identities = identities;
        this.home = home;
        for (PeerEndpoint peer : network.peers()) {
            channels.put(
                    peer.msp(),
                    Grpc.newChannelBuilderForAddress(
                                    peer.host(),
                                    peer.port(),
                                    TlsChannelCredentials.newBuilder()
                                            .trustManager(peer.tlsAuthorities().toFile())
                                            .build())
                            .build());
        }
    }

    /** What the system property {@code yuanhu.test.ledger=fabric} names. */
    public static final class OnFabric implements Factory {
        @Override
        public String name() {
            return "fabric";
        }

        @Override
        public TestLedger start(Path folder, Consortium demo) throws IOException {
            Path root = folder.resolve("network");
            String yaml = onFreePorts(Consortium.demoYaml());
            Consortium consortium = Consortium.read(Files.writeString(folder.resolve("consortium-here.yaml"), yaml));
            Network network = new Network(new NetworkFolder(root, consortium), System.out::println);
            FabricTools tools =
                    FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), System.out::println);
            network.up(tools, yaml);
            network.deploy(tools, code(folder, consortium));
            return new FabricTestLedger(network, identities(folder, root, consortium), folder);
        }

        /** Moves the demonstration's forty ports to forty that are free: a suite may need two ledgers at once. */
        private static String onFreePorts(String demo) {
            int first = 22_000;
            while (!areFree(first)) {
                first += 100;
            }
            String moved = demo;
            for (int organisation = 0; organisation < 4; organisation++) {
                moved = moved.replace("port: " + (7100 + 10 * organisation), "port: " + (first + 10 * organisation));
            }
            return moved;
        }

        private static boolean areFree(int first) {
            for (int port = first; port < first + 40; port++) {
                try (ServerSocket probe = new ServerSocket(port)) {
                    probe.setReuseAddress(true);
                } catch (IOException e) {
                    return false;
                }
            }
            return true;
        }

        /** One home with a way into each organisation's own folder: the suites act for all of them. */
        private static Identities identities(Path folder, Path root, Consortium consortium) throws IOException {
            Path organisations = Files.createDirectories(folder.resolve("organisations"));
            for (MspId msp : consortium.members()) {
                String host = consortium.organisation(msp).address().host();
                Path own =
                        root.resolve(Path.of("hosts", host, msp.value(), "identities", "organisations", msp.value()));
                Files.createSymbolicLink(organisations.resolve(msp.value()), own);
            }
            return Identities.create(folder, consortium);
        }

        /** The chaincode as this test's class path has it. */
        private static ChaincodeCode code(Path folder, Consortium consortium) throws IOException {
            List<Path> jars = new ArrayList<>();
            List<String> entries =
                    Arrays.asList(System.getProperty("java.class.path").split(":"));
            for (String entry : entries) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    jars.add(jar(path, folder.resolve("classes-" + jars.size() + ".jar")));
                } else if (entry.endsWith(".jar") && !entry.contains("rocksdbjni")) {
                    jars.add(path);
                }
            }
            return ChaincodeCode.of(consortium.chaincode(), jars, ChaincodeProcess.class.getName());
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

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Channel channel(UserIdentity user) {
        ManagedChannel own = channels.get(user.msp());
        if (own == null) {
            throw new IllegalArgumentException("no peer of " + user.msp());
        }
        return ClientInterceptors.intercept(own, new CommittedEverywhere());
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        network.destroy();
    }

    /** Holds a commit's answer back until every peer has its block. */
    private final class CommittedEverywhere implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onMessage(A message) {
                                    if (message instanceof CommitStatusResponse committed) {
                                        network.awaitHeight(committed.getBlockNumber() + 1);
                                    }
                                    super.onMessage(message);
                                }
                            },
                            headers);
                }
            };
        }
    }
}
