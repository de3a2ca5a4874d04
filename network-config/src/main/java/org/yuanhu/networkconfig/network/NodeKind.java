package org.yuanhu.networkconfig.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yuanhu.networkconfig.consortium.NodeAddress;

/** What an organisation runs, in the order it is started. */
public enum NodeKind {
    /** Agrees with the other orderers on the order of transactions. */
    ORDERER,
    /** Endorses, checks and keeps the ledger. */
    PEER,
    /** Runs the rule book for its peer. */
    CHAINCODE,
    /** Serves the organisation's people, and buyers, through its peer. */
    SERVER;

    /** What the channel itself is made of: all but the server, which is a client of it. */
    static List<NodeKind> ofTheLedger() {
        return List.of(ORDERER, PEER, CHAINCODE);
    }

    /** The word used for folders, files and in messages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word.
     *
     * @throws IllegalArgumentException if no node is called so
     */
    public static NodeKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("node '" + text + "': orderer, peer, chaincode or server"));
    }

    /** Where others reach it. */
    public int port(NodeAddress address) {
        return switch (this) {
            case ORDERER -> address.ordererPort();
            case PEER -> address.peerPort();
            case CHAINCODE -> address.chaincodePort();
            case SERVER -> address.serverPort();
        };
    }
}
