package org.yuanhu.networkconfig.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.channel.GenesisBlock;
import org.yuanhu.networkconfig.channel.OwnTrustFile;
import org.yuanhu.networkconfig.channel.RevocationUpdate;
import org.yuanhu.networkconfig.configuration.HostRenderer;
import org.yuanhu.networkconfig.configuration.NodeLogging;
import org.yuanhu.networkconfig.configuration.OwnKeys;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.deployment.ChaincodeProcess;
import org.yuanhu.networkconfig.deployment.Deployment;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.issuer.IssuerProcess;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;
import org.yuanhu.networkconfig.node.NodeProcess;
import org.yuanhu.networkconfig.node.NodeStatus;
import org.yuanhu.networkconfig.watch.OrdererWatch;

/** A network of all organisations on this machine, each in a folder of its own. Every step may be taken again. */
public final class Network {
    /** A start takes a few seconds, and twenty times as long on a machine that is busy with other things. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** Chosen by the sweep in docs/performance.md. */
    public static final Duration BLOCK_INTERVAL = Duration.ofMillis(250);

    private final NetworkFolder folder;
    private final Consumer<String> say;
    private final Duration blockInterval;

    /**
     * A network in a folder; nothing is done yet.
     *
     * @param say told each step
     */
    public Network(NetworkFolder folder, Consumer<String> say) {
        this(folder, say, BLOCK_INTERVAL);
    }

    /**
     * A network in a folder; nothing is done yet.
     *
     * @param say told each step
     * @param blockInterval the longest time a transaction waits for others of its block, to the millisecond; it goes into the channel's
     *     first block, and a channel that is there keeps its own
     */
    public Network(NetworkFolder folder, Consumer<String> say, Duration blockInterval) {
        this.folder = folder;
        this.say = say;
        this.blockInterval = blockInterval;
    }

    /**
     * Makes what is not there yet and starts what does not run: keys, configuration, first block, orderers, peers.
     *
     * @throws NodeFailedException if a node does not start or join in time
     */
    public void up(FabricTools tools, String consortiumYaml) {
        folder.organisations().forEach(ChaincodeProcess::endUnfinished);
        nodes().stream().filter(node -> node.kind() != NodeKind.SERVER).forEach(NodeProcess::requireFreePorts);
        prepare(tools, consortiumYaml);
        for (OrganisationFolder organisation : folder.organisations()) {
            startOrderer(tools, organisation);
        }
        for (OrganisationFolder organisation : folder.organisations()) {
            joinOrderer(tools, organisation);
        }
        for (OrganisationFolder organisation : folder.organisations()) {
            startPeer(tools, organisation);
        }
        for (OrganisationFolder organisation : folder.organisations()) {
            joinPeer(tools, organisation);
        }
        for (OrganisationFolder organisation : folder.organisations()) {
            ChaincodeProcess.current(organisation).ifPresent(process -> {
                process.writeConnection();
                process.start(say, START_LIMIT);
            });
            startIssuer(organisation);
            startWatch(organisation);
        }
        new Readiness(tools, folder).await();
    }

    /**
     * Deploys a version of the chaincode on a network that is up: installs it, starts its processes beside those of the one
     * before, approves and commits. The same version under the same policy again only starts what does not run.
     *
     * @throws NodeFailedException if a process does not start
     * @throws org.yuanhu.networkconfig.fabric.CommandFailedException if Fabric refuses a step
     */
    public void deploy(FabricTools tools, ChaincodeCode code) {
        new Deployment(tools, folder, code, say).run(() -> new Readiness(tools, folder).await());
    }

    /** Keys, bundles, first block, trust file and configuration, without starting anything. */
    void prepare(FabricTools tools, String consortiumYaml) {
        for (OrganisationFolder organisation : folder.organisations()) {
            organisation.close();
            DurableFile.write(organisation.consortiumFile(), consortiumYaml);
            new OwnKeys(organisation, folder.consortium()).handOut(folder.exchange());
        }
        GenesisBlock.make(tools, folder, blockInterval);
        for (OrganisationFolder organisation : folder.organisations()) {
            receive(organisation);
            new OwnTrustFile(organisation, folder.consortium()).write();
            new HostRenderer(organisation, folder.consortium()).render();
            new OwnKeys(organisation, folder.consortium()).install();
        }
        say.accept("configuration of " + folder.organisations().size() + " organisations in " + folder.root());
    }

    /**
     * Puts each organisation's current revocation lists into the running channel, where they differ.
     *
     * @throws NodeFailedException if a peer does not take them in time
     */
    public void publishRevocations(FabricTools tools) {
        RevocationUpdate update = new RevocationUpdate(tools, folder, say);
        folder.organisations().forEach(update::publish);
    }

    /** Ends every node: first those that use others. What they keep stays. */
    public void down() {
        folder.organisations().forEach(ChaincodeProcess::endUnfinished);
        for (NodeProcess node : reversed(nodes())) {
            if (node.running().isPresent()) {
                node.stop();
                say.accept("stopped the " + node.name());
            }
        }
    }

    /**
     * Ends every node and deletes all it kept, keys and ledger.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public void destroy() {
        down();
        deleteTree(folder.root().resolve("hosts"));
        deleteTree(folder.exchange());
        deleteTree(folder.demonstration());
        say.accept("deleted the network in " + folder.root());
    }

    /** Where clients reach each organisation's peer, in the consortium file's order. */
    public List<PeerEndpoint> peers() {
        return folder.organisations().stream()
                .map(organisation -> new PeerEndpoint(
                        organisation.msp(),
                        organisation.organisation().address().host(),
                        organisation.organisation().address().peerPort(),
                        organisation.node(NodeKind.PEER).resolve("tls/ca.pem")))
                .toList();
    }

    /**
     * Waits until every peer that runs has so many blocks: what one peer has committed, another sees a moment later.
     *
     * @throws NodeFailedException if one has not within three minutes
     */
    public void awaitHeight(long blocks) {
        for (NodeProcess node : nodes()) {
            if (node.kind() == NodeKind.PEER && node.running().isPresent()) {
                node.awaitUntil(
                        "reached block " + blocks,
                        START_LIMIT,
                        () -> NodeStatus.height(node, folder.consortium().channel()) >= blocks);
            }
        }
    }

    /** What each node is like now. */
    public List<NodeStatus> status() {
        return nodes().stream()
                .map(node -> NodeStatus.of(node, folder.consortium().channel()))
                .toList();
    }

    /** Every node, by kind and then by organisation: the order in which they are started. Servers only where there have been any. */
    public List<NodeProcess> nodes() {
        return Arrays.stream(NodeKind.values())
                .flatMap(kind ->
                        folder.organisations().stream().map(organisation -> new NodeProcess(organisation, kind)))
                .filter(NodeProcess::isKnown)
                .toList();
    }

    private void startOrderer(FabricTools tools, OrganisationFolder organisation) {
        NodeProcess node = new NodeProcess(organisation, NodeKind.ORDERER);
        String own = organisation.node(NodeKind.ORDERER).toString();
        node.startOnce(
                List.of(tools.program("orderer").toString()), NodeLogging.with(Map.of("FABRIC_CFG_PATH", own)), say);
    }

    private void joinOrderer(FabricTools tools, OrganisationFolder organisation) {
        NodeProcess node = new NodeProcess(organisation, NodeKind.ORDERER);
        FabricAdmin admin =
                new FabricAdmin(tools, organisation, folder.consortium().channel());
        node.awaitUntil("answered its administrator", START_LIMIT, admin::ordererAnswers);
        if (admin.ordererChannel().isEmpty()) {
            admin.joinOrderer();
            say.accept("the " + node.name() + " joined " + folder.consortium().channel());
        }
    }

    private void startPeer(FabricTools tools, OrganisationFolder organisation) {
        NodeProcess node = new NodeProcess(organisation, NodeKind.PEER);
        String own = organisation.node(NodeKind.PEER).toString();
        node.startOnce(
                List.of(tools.program("peer").toString(), "node", "start"),
                NodeLogging.with(
                        Map.of("FABRIC_CFG_PATH", own, "CORE_LEDGER_SNAPSHOTS_ROOTDIR", own + "/data/snapshots")),
                say);
    }

    private void startIssuer(OrganisationFolder organisation) {
        NodeProcess issuer = new NodeProcess(organisation, NodeKind.ISSUER);
        issuer.startOnce(IssuerProcess.command(java(), classPath(), organisation.root()), Map.of(), say);
        issuer.awaitUntil("opened its socket", START_LIMIT, () -> Files.exists(organisation.issuerSocket()));
    }

    private void startWatch(OrganisationFolder organisation) {
        new NodeProcess(organisation, NodeKind.WATCH)
                .startOnce(OrdererWatch.command(java(), classPath(), organisation.root()), Map.of(), say);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private void joinPeer(FabricTools tools, OrganisationFolder organisation) {
        NodeProcess node = new NodeProcess(organisation, NodeKind.PEER);
        FabricAdmin admin =
                new FabricAdmin(tools, organisation, folder.consortium().channel());
        node.awaitUntil("answered its administrator", START_LIMIT, admin::peerAnswers);
        if (!admin.peerHasJoined()) {
            admin.joinPeer();
            say.accept("the " + node.name() + " joined " + folder.consortium().channel());
        }
    }

    /** Copies the exchange's public files to an organisation, as a courier between hosts would. */
    private void receive(OrganisationFolder organisation) {
        try {
            for (MspId msp : folder.consortium().members()) {
                copyTree(
                        folder.exchange().resolve(msp.value()),
                        organisation.bundles().resolve(msp.value()));
            }
            Files.copy(folder.genesis(), organisation.genesis(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the public bundles", e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root, e);
        }
    }

    private static List<NodeProcess> reversed(List<NodeProcess> nodes) {
        List<NodeProcess> reversed = new ArrayList<>(nodes);
        Collections.reverse(reversed);
        return reversed;
    }
}
