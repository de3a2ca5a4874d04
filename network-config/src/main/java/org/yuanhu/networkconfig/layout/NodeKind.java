package org.yuanhu.networkconfig.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.yuanhu.consortium.NodeAddress;

/** What an organisation runs, in the order it is started. */
public enum NodeKind {
    /** Agrees with the other orderers on the order of transactions. */
    ORDERER,
    /** Endorses, checks and keeps the ledger. */
    PEER,
    /** Runs the rule book for its peer. */
    CHAINCODE,
    /** Serves the organisation's people, and buyers, through its peer. */
    SERVER,
    /** Has an orderer that stands still started again. */
    WATCH;

    /** What the channel itself is made of, with a TLS identity each. */
    public static List<NodeKind> ofTheLedger() {
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
                .orElseThrow(() ->
                        new IllegalArgumentException("node '" + text + "': orderer, peer, chaincode, server or watch"));
    }

    /** Where others reach it; nobody reaches a watch. */
    public OptionalInt port(NodeAddress address) {
        return switch (this) {
            case ORDERER -> OptionalInt.of(address.ordererPort());
            case PEER -> OptionalInt.of(address.peerPort());
            case CHAINCODE -> OptionalInt.of(address.chaincodePort());
            case SERVER -> OptionalInt.of(address.serverPort());
            case WATCH -> OptionalInt.empty();
        };
    }
}
