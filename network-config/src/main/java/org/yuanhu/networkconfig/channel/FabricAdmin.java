package org.yuanhu.networkconfig.channel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.networkconfig.fabric.Command;
import org.yuanhu.networkconfig.fabric.CommandFailedException;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;

/** What one organisation's administrator tells its own peer and orderer, by Fabric's own commands. */
public final class FabricAdmin {
    private static final Pattern STATUS = Pattern.compile("Status: (\\d+)");

    private final FabricTools tools;
    private final OrganisationFolder folder;
    private final String channel;

    public FabricAdmin(FabricTools tools, OrganisationFolder folder, String channel) {
        this.tools = tools;
        this.folder = folder;
        this.channel = channel;
    }

    /** Runs Fabric's peer command as the administrator, towards its own peer. */
    public Command peer(String... arguments) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("FABRIC_CFG_PATH", folder.node(NodeKind.PEER).toString());
        environment.put("FABRIC_LOGGING_SPEC", "error");
        environment.put("CORE_PEER_LOCALMSPID", folder.msp().value());
        environment.put("CORE_PEER_MSPCONFIGPATH", folder.adminMsp().toString());
        environment.put("CORE_PEER_ADDRESS", address().host() + ":" + address().peerPort());
        environment.put("CORE_PEER_TLS_ENABLED", "true");
        environment.put("CORE_PEER_TLS_ROOTCERT_FILE", tlsAuthorities().toString());
        return Command.of(tools.program("peer"), arguments).with(environment).in(folder.root());
    }

    /** The orderer's address with what the peer command needs to reach it. */
    public String[] viaOwnOrderer(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 5);
        String[] orderer = {
            "-o",
            address().host() + ":" + address().ordererPort(),
            "--tls",
            "--cafile",
            tlsAuthorities().toString()
        };
        System.arraycopy(orderer, 0, all, arguments.length, orderer.length);
        return all;
    }

    /** Whether its peer answers. */
    public boolean peerAnswers() {
        return succeeds(peer("channel", "list"));
    }

    public boolean peerHasJoined() {
        return peer("channel", "list").run().lines().anyMatch(channel::equals);
    }

    public void joinPeer() {
        peer("channel", "join", "-b", folder.genesis().toString()).run();
    }

    /** The number of blocks the peer has. */
    public long height() {
        Matcher height = Pattern.compile("\"height\":(\\d+)")
                .matcher(peer("channel", "getinfo", "-c", channel).run());
        if (!height.find()) {
            throw new NodeFailedException("the peer of " + folder.msp() + " does not say its height");
        }
        return Long.parseLong(height.group(1));
    }

    /** Whether a chaincode of this name is defined on the channel. */
    public boolean hasCommitted(String chaincode) {
        return peer("lifecycle", "chaincode", "querycommitted", "-C", channel)
                .run()
                .contains("Name: " + chaincode + ",");
    }

    /** What the orderer says of the channel, as JSON; empty text if it has not joined. */
    public String ordererChannel() {
        String said = orderer("channel", "list", "--channelID", channel).run();
        return status(said) == 200 ? said.substring(said.indexOf('{')) : "";
    }

    public boolean ordererAnswers() {
        return succeeds(orderer("channel", "list"));
    }

    public void joinOrderer() {
        String said = orderer(
                        "channel",
                        "join",
                        "--channelID",
                        channel,
                        "--config-block",
                        folder.genesis().toString())
                .run();
        if (status(said) != 201) {
            throw new NodeFailedException("the orderer of " + folder.msp() + " does not join: " + said.strip());
        }
    }

    private Command orderer(String... arguments) {
        Path tls = folder.root().resolve("admin/tls");
        String[] all = Arrays.copyOf(arguments, arguments.length + 8);
        String[] connection = {
            "-o",
            "127.0.0.1:" + address().ordererAdminPort(),
            "--ca-file",
            tls.resolve("ca.pem").toString(),
            "--client-cert",
            tls.resolve("cert.pem").toString(),
            "--client-key",
            tls.resolve("key.pem").toString()
        };
        System.arraycopy(connection, 0, all, arguments.length, connection.length);
        return Command.of(tools.program("osnadmin"), all).in(folder.root());
    }

    private NodeAddress address() {
        return folder.organisation().address();
    }

    private Path tlsAuthorities() {
        return folder.node(NodeKind.PEER).resolve("tls/ca.pem");
    }

    private static int status(String said) {
        Matcher status = STATUS.matcher(said);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    private static boolean succeeds(Command command) {
        try {
            command.run();
            return true;
        } catch (CommandFailedException e) {
            return false;
        }
    }
}
