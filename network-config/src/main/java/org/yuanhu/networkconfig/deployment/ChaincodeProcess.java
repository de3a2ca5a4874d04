package org.yuanhu.networkconfig.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/**
 * One version of the chaincode as a process of its own beside an organisation's peer: {@code chaincode/<version>/} has its jars
 * and {@code environment}, for systemd and for the start by hand alike; {@code chaincode/current} names the version that is on
 * the channel. While another takes its place both run, on two ports, and each answers the peer for its own package.
 *
 * <p>Peer and process know each other by TLS certificates of an authority that has issued these and no others.
 */
public final class ChaincodeProcess {
    private static final String MAIN_KEY = "YUANHU_CHAINCODE_MAIN";
    private static final String ADDRESS_KEY = "CHAINCODE_SERVER_ADDRESS";
    private static final String ID_KEY = "CORE_CHAINCODE_ID_NAME";

    private final OrganisationFolder folder;
    private final String version;

    private ChaincodeProcess(OrganisationFolder folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** The version that is on the channel, as far as this organisation has followed; empty if none was deployed. */
    public static Optional<ChaincodeProcess> current(OrganisationFolder folder) {
        Path current = currentFile(folder);
        return Files.exists(current)
                ? Optional.of(
                        new ChaincodeProcess(folder, DurableFile.read(current).strip()))
                : Optional.empty();
    }

    /** Puts a version and its settings in place, on the port that the current one does not have; nothing if it is the current. */
    static ChaincodeProcess install(OrganisationFolder folder, ChaincodeCode code) {
        Optional<ChaincodeProcess> current = current(folder);
        if (current.isPresent() && current.get().isOf(code)) {
            current.get().writeConnection();
            return current.get();
        }
        ChaincodeProcess next = new ChaincodeProcess(folder, code.version());
        code.copyTo(next.home().resolve("lib"));
        NodeAddress address = folder.organisation().address();
        int port = current.map(ChaincodeProcess::port).equals(Optional.of(address.chaincodePort()))
                ? address.secondChaincodePort()
                : address.chaincodePort();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(ADDRESS_KEY, "127.0.0.1:" + port);
        environment.put(ID_KEY, code.packageId());
        environment.put("YUANHU_AUTHORITIES", "authorities.json");
        environment.put("CHAINCODE_TLS_CERT", "tls/cert.pem");
        environment.put("CHAINCODE_TLS_KEY", "tls/key.pem");
        environment.put("CHAINCODE_TLS_CLIENT_CA", "tls/ca.pem");
        environment.put(MAIN_KEY, code.mainClass());
        DurableFile.write(
                next.home().resolve("environment"),
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        next.writeConnection();
        return next;
    }

    /** Whether it serves this code's package. */
    boolean isOf(ChaincodeCode code) {
        return code.packageId().equals(environment().get(ID_KEY));
    }

    /** Starts it unless it runs, and returns when it serves its port. */
    public void start(Consumer<String> say, Duration limit) {
        NodeProcess node = node();
        node.startOnce(command(), environment(), say);
        node.awaitUntil("served its port", limit, node::isServing);
    }

    /** Whether another version runs as the current one, which this is to take the place of. */
    boolean hasOneBefore() {
        return current(folder)
                        .filter(process -> !process.version.equals(version))
                        .isPresent()
                && new NodeProcess(folder, NodeKind.CHAINCODE).running().isPresent();
    }

    /** Has it be the current one, and ends and deletes the one it took the place of. Again is no change. */
    void takePlace() {
        Optional<ChaincodeProcess> before = current(folder).filter(process -> !process.version.equals(version));
        NodeProcess first = new NodeProcess(folder, NodeKind.CHAINCODE);
        NodeProcess second = first.beside(version, port());
        if (before.isPresent() || current(folder).isEmpty()) {
            if (second.running().isPresent()) {
                first.stop();
            }
            DurableFile.write(currentFile(folder), version + "\n");
        }
        second.takePlaceOf(first);
        before.ifPresent(process -> deleteTree(process.home()));
    }

    /** Ends what runs beside the current one: a deployment that was broken off left it, and the next starts it again. */
    public static void endUnfinished(OrganisationFolder folder) {
        Path run = folder.pidFile(NodeKind.CHAINCODE).toAbsolutePath().getParent();
        if (run == null || !Files.isDirectory(run)) {
            return;
        }
        NodeProcess first = new NodeProcess(folder, NodeKind.CHAINCODE);
        String before = NodeKind.CHAINCODE.text() + "-";
        try (Stream<Path> files = Files.list(run)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(before) && name.endsWith(".pid"))
                    .map(name -> name.substring(before.length(), name.length() - ".pid".length()))
                    .forEach(name -> first.beside(
                                    name, folder.organisation().address().chaincodePort())
                            .stop());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + run, e);
        }
    }

    /** The current one is the organisation's chaincode; another runs beside it until it takes its place. */
    private NodeProcess node() {
        NodeProcess first = new NodeProcess(folder, NodeKind.CHAINCODE);
        boolean isCurrent = current(folder)
                .filter(current -> current.version.equals(version))
                .isPresent();
        NodeProcess second = first.beside(version, port());
        return isCurrent && second.running().isEmpty() ? first.on(port()) : second;
    }

    /**
     * The settings by which the peer reaches this version; they hold the peer's TLS key, so only the owner reads them. The peer
     * takes them when the package is installed, and keeps a copy for each package, which is renewed here.
     */
    public void writeConnection() {
        Path peer = folder.node(NodeKind.PEER);
        Path tls = peer.resolve("tls-chaincode");
        String connection = CanonicalJson.text(Map.of(
                "address",
                "127.0.0.1:" + port(),
                "dial_timeout",
                "10s",
                "tls_required",
                true,
                "client_auth_required",
                true,
                "client_key",
                DurableFile.read(tls.resolve("key.pem")),
                "client_cert",
                DurableFile.read(tls.resolve("cert.pem")),
                "root_cert",
                DurableFile.read(tls.resolve("ca.pem"))));
        DurableFile.writeSecret(peer.resolve("builder/connection.json"), connection);
        Path kept = peer.resolve("data/externalbuilder/builds")
                .resolve(String.valueOf(environment().get(ID_KEY)).replace(':', '-'))
                .resolve("release/chaincode/server/connection.json");
        if (Files.exists(kept)) {
            DurableFile.writeSecret(kept, connection);
        }
    }

    /**
     * What to start. An invocation is short and waits for its peer most of the time: the simple compiler is enough, and the other would
     * take more of a small machine in the first minutes than the invocations do.
     */
    private List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                version + "/lib/*",
                String.valueOf(environment().get(MAIN_KEY)));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        DurableFile.read(home().resolve("environment")).lines().forEach(line -> {
            int equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return environment;
    }

    private int port() {
        String address = String.valueOf(environment().get(ADDRESS_KEY));
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private Path home() {
        return folder.node(NodeKind.CHAINCODE).resolve(version);
    }

    private static Path currentFile(OrganisationFolder folder) {
        return folder.node(NodeKind.CHAINCODE).resolve("current");
    }

    private static void deleteTree(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root, e);
        }
    }
}
