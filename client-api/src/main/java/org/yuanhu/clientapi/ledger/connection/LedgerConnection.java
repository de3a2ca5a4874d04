package org.yuanhu.clientapi.ledger.connection;

import io.grpc.Channel;
import java.util.List;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.trust.LedgerFacts;

/**
 * Where the ledger is: a gRPC channel to a Gateway service, and what is spoken to there.
 *
 * @param grpc to Fabric peers, or to the single-machine ledger in this process
 * @param channelName the ledger's channel
 * @param chaincodeName the rule book on it
 * @param kind whether each organisation has a machine of its own
 * @param endorsers the organisations that can be asked one by one, those that a proof needs first; none on a single machine, where
 *     there is nobody to tell apart
 * @param quorum how many of them must answer alike
 * @param deadlines how long each step may take
 */
public record LedgerConnection(
        Channel grpc,
        String channelName,
        String chaincodeName,
        LedgerFacts.Kind kind,
        List<MspId> endorsers,
        int quorum,
        Deadlines deadlines) {
    public LedgerConnection {
        endorsers = List.copyOf(endorsers);
    }

    /** A ledger in this process. */
    public static LedgerConnection singleMachine(Channel grpc, String channelName, String chaincodeName) {
        return new LedgerConnection(
                grpc, channelName, chaincodeName, LedgerFacts.Kind.SINGLE_MACHINE, List.of(), 0, Deadlines.HERE);
    }

    /** The same ledger over another gRPC channel. */
    public LedgerConnection over(Channel other) {
        return new LedgerConnection(other, channelName, chaincodeName, kind, endorsers, quorum, deadlines);
    }
}
