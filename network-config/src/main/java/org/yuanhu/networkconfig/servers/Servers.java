package org.yuanhu.networkconfig.servers;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;
import org.yuanhu.networkconfig.node.NodeProcess;

/** The organisations' servers on a network that is up, each in its organisation's folder. */
public final class Servers {
    /** A start takes a few seconds; four of them on a small machine that is busy with the ledger take longer. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final String ORIGIN = "YUANHU_LABELS_ORIGIN";

    private final NetworkFolder folder;
    private final Map<String, String> environment;
    private final Consumer<String> say;

    /**
     * The servers of a network.
     *
     * @param environment what the servers are started with
     * @param say told each step
     */
    public Servers(NetworkFolder folder, Map<String, String> environment, Consumer<String> say) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.say = say;
    }

    /**
     * What to start of an executable jar, see {@link ServerProgram}. Versions of which no server runs any more are removed.
     *
     * @throws org.yuanhu.networkconfig.fabric.CommandFailedException if it cannot be taken apart
     */
    public Path program(Path jar) {
        boolean alone = folder.organisations().stream()
                .allMatch(organisation -> node(organisation).running().isEmpty());
        return new ServerProgram(folder.serverProgram()).of(jar, alone);
    }

    /**
     * Starts what does not run, and returns when every server is well.
     *
     * @param program the server's, see {@link #program}
     * @param demo with users whose passwords everybody knows; a network that had them goes on as that
     * @return where each organisation's is, in the consortium file's order
     * @throws IllegalArgumentException if the labels' origin is not set, outside of the demonstration
     * @throws NodeFailedException if an organisation's peer, issuer or chaincode does not run, or a server is not well in time
     */
    public Map<MspId, URI> start(Path program, boolean demo) {
        boolean demonstration = demo || Files.exists(folder.demonstration());
        requireOrigin(demonstration);
        requireNodes();
        folder.organisations().forEach(organisation -> node(organisation).requireFreePorts());
        if (demonstration) {
            DurableFile.write(folder.demonstration(), "its users' passwords are known to everybody\n");
        }
        for (OrganisationFolder organisation : folder.organisations()) {
            DurableFile.closedFolder(organisation.node(NodeKind.SERVER));
            node(organisation)
                    .startOnce(new ServerProcess(organisation).command(program, demonstration), environment, say);
        }
        Map<MspId, URI> addresses = new LinkedHashMap<>();
        for (OrganisationFolder organisation : folder.organisations()) {
            ServerProcess server = new ServerProcess(organisation);
            node(organisation).awaitUntil("said it is well", START_LIMIT, server::isHealthy);
            addresses.put(organisation.msp(), server.address());
        }
        return addresses;
    }

    /**
     * Looks whether what a server needs is there.
     *
     * @throws NodeFailedException if an organisation's peer, issuer or chaincode does not run
     */
    public void requireNodes() {
        folder.organisations()
                .forEach(organisation -> List.of(NodeKind.PEER, NodeKind.CHAINCODE, NodeKind.ISSUER)
                        .forEach(kind -> requireRunning(new NodeProcess(organisation, kind))));
    }

    /** Labels are printed with it, so it is nobody's to guess. */
    private void requireOrigin(boolean demonstration) {
        String origin = environment.getOrDefault(ORIGIN, "");
        if (!demonstration && !origin.startsWith("https://")) {
            throw new IllegalArgumentException(ORIGIN + " '" + origin
                    + "': set it to what stands before each label's path, such as https://labels.example.cn,"
                    + " or start the demonstration: network servers --season");
        }
    }

    private static void requireRunning(NodeProcess node) {
        if (node.running().isEmpty()) {
            throw new NodeFailedException(
                    "the " + node.name() + " does not run; start the network first: network up --deploy");
        }
    }

    private static NodeProcess node(OrganisationFolder organisation) {
        return new NodeProcess(organisation, NodeKind.SERVER);
    }
}
