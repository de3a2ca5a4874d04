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
    /** Certifies the organisation's people with its roles' authorities' keys, which no other process reads. */
    ISSUER,
    /** Serves the organisation's people, and buyers, through its peer. */
    SERVER,
    /** Has an orderer that stands still started again. */
    WATCH;

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
                .orElseThrow(() -> new IllegalArgumentException(
                        "node '" + text + "': orderer, peer, chaincode, issuer, server or watch"));
    }

    /** Where it is reached; an issuer has a socket in the folder instead. */
    public OptionalInt port(NodeAddress address) {
        return switch (this) {
            case ORDERER -> OptionalInt.of(address.ordererPort());
            case PEER -> OptionalInt.of(address.peerPort());
            case CHAINCODE -> OptionalInt.of(address.chaincodePort());
            case SERVER -> OptionalInt.of(address.serverPort());
            case WATCH -> OptionalInt.of(address.watchPort());
            case ISSUER -> OptionalInt.empty();
        };
    }

    /** Every port it opens. */
    public List<Integer> ports(NodeAddress address) {
        return switch (this) {
            case ORDERER -> List.of(address.ordererPort(), address.ordererAdminPort(), address.ordererOperationsPort());
            case PEER -> List.of(address.peerPort(), address.peerOperationsPort(), address.peerChaincodePort());
            case CHAINCODE -> List.of(address.chaincodePort(), address.secondChaincodePort());
            case SERVER -> List.of(address.serverPort());
            case WATCH -> List.of(address.watchPort());
            case ISSUER -> List.of();
        };
    }
}
