package org.yuanhu.networkconfig.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;
import org.yuanhu.networkconfig.node.NodeProcess;

/** The organisations' servers on a network that is up, each in its organisation's folder. */
public final class Servers {
    /** A start takes a few seconds; four of them on a small machine that is busy with the ledger take longer. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final NetworkFolder folder;
    private final Consumer<String> say;

    /** @param say told each step */
    public Servers(NetworkFolder folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /**
     * Starts what does not run, and returns when every server is well.
     *
     * @param jar the server's executable jar
     * @param demo with users whose passwords everybody knows
     * @return where each organisation's is, in the consortium file's order
     * @throws NodeFailedException if an organisation's peer or chaincode does not run, or a server is not well in time
     */
    public Map<MspId, URI> start(Path jar, boolean demo) {
        folder.organisations()
                .forEach(organisation -> List.of(NodeKind.PEER, NodeKind.CHAINCODE)
                        .forEach(kind -> requireRunning(new NodeProcess(organisation, kind))));
        for (OrganisationFolder organisation : folder.organisations()) {
            node(organisation).startOnce(new ServerProcess(organisation).command(jar, demo), Map.of(), say);
        }
        Map<MspId, URI> addresses = new LinkedHashMap<>();
        for (OrganisationFolder organisation : folder.organisations()) {
            ServerProcess server = new ServerProcess(organisation);
            node(organisation).awaitUntil("said it is well", START_LIMIT, server::isHealthy);
            addresses.put(organisation.msp(), server.address());
        }
        return addresses;
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
