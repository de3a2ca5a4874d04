package org.yuanhu.benchmarks.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * What the organisations endorsed that a transaction reads and writes.
 *
 * @param reads keys of the chaincode's public state
 * @param writes keys of the chaincode's public state
 */
public record Simulation(List<String> reads, List<String> writes) {

    /** What an endorsed transaction will do to one chaincode's state. */
    public static Simulation of(Transaction endorsed, String chaincode) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(
                PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope().getPayload());
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        TxReadWriteSet sets = TxReadWriteSet.parseFrom(
                ChaincodeAction.parseFrom(response.getExtension()).getResults());
        for (NsReadWriteSet set : sets.getNsRwsetList()) {
            if (set.getNamespace().equals(chaincode)) {
                KVRWSet keys = KVRWSet.parseFrom(set.getRwset());
                return new Simulation(
                        keys.getReadsList().stream().map(read -> read.getKey()).toList(),
                        keys.getWritesList().stream()
                                .map(write -> write.getKey())
                                .toList());
            }
        }
        return new Simulation(List.of(), List.of());
    }

    /** A document of this kind is both read and written. */
    public boolean changes(String type) {
        String prefix = "\u0000" + type + "\u0000";
        return writes.stream().anyMatch(key -> key.startsWith(prefix) && reads.contains(key));
    }

    /** Each key costs its chaincode a round trip to the peer. */
    public int roundTrips() {
        return reads.size() + writes.size();
    }
}
