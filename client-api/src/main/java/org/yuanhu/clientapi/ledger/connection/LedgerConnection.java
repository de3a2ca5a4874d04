package org.yuanhu.clientapi.ledger.connection;

import io.grpc.CallOptions;
import io.grpc.Channel;
import java.util.List;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.trust.LedgerFacts;

/**
 * Where the ledger is: a gRPC channel to a Gateway service, and what is spoken to there.
 *
 * @param grpc to Fabric peers, or to the single-machine ledger in this process
 * @param privateGrpc to those of them alone that may be told private data: whatever carries a transient map goes over this one
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
        Channel privateGrpc,
        String channelName,
        String chaincodeName,
        LedgerFacts.Kind kind,
        List<MspId> endorsers,
        int quorum,
        Deadlines deadlines) {
    /** Set on a call that another peer than the first is to answer, where there is another: the first may hang. */
    public static final CallOptions.Key<Boolean> ANOTHER_PEER =
            CallOptions.Key.createWithDefault("another-peer", Boolean.FALSE);

    public LedgerConnection {
        endorsers = List.copyOf(endorsers);
    }

    /** A ledger in this process. */
    public static LedgerConnection singleMachine(Channel grpc, String channelName, String chaincodeName) {
        return new LedgerConnection(
                grpc, grpc, channelName, chaincodeName, LedgerFacts.Kind.SINGLE_MACHINE, List.of(), 0, Deadlines.HERE);
    }

    /** The same ledger over another gRPC channel. */
    public LedgerConnection over(Channel other) {
        return new LedgerConnection(other, other, channelName, chaincodeName, kind, endorsers, quorum, deadlines);
    }
}
