package org.yuanhu.chaincode.testledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/** What organisations put their signatures to, read as any Fabric tool would. */
public final class Endorsed {
    private final ChaincodeActionPayload payload;
    private final ChaincodeAction action;

    private Endorsed(ChaincodeActionPayload payload, ChaincodeAction action) {
        this.payload = payload;
        this.action = action;
    }

    /** Of an endorsed transaction. */
    public static Endorsed of(Transaction endorsed) throws InvalidProtocolBufferException {
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());
        Payload envelope = Payload.parseFrom(prepared.getEnvelope().getPayload());
        ChaincodeActionPayload payload = ChaincodeActionPayload.parseFrom(
                org.hyperledger.fabric.protos.peer.Transaction.parseFrom(envelope.getData())
                        .getActions(0)
                        .getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
        return new Endorsed(payload, ChaincodeAction.parseFrom(response.getExtension()));
    }

    /** Who endorsed. */
    public List<String> organisations() throws InvalidProtocolBufferException {
        List<String> organisations = new ArrayList<>();
        for (Endorsement endorsement : payload.getAction().getEndorsementsList()) {
            organisations.add(
                    SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid());
        }
        return organisations;
    }

    /**
     * Everything the chaincode asked and answered that does not depend on how far the ledger is: keys read without their versions,
     * bounds of ranges, bytes written, hashes of private keys and values, the event and the answer. One line each, as a person can
     * compare them. Fabric's own reads, such as of the chaincode's definition, are left out.
     */
    public List<String> effects() throws InvalidProtocolBufferException {
        List<String> lines = new ArrayList<>();
        lines.add("answer " + action.getResponse().getStatus() + " "
                + action.getResponse().getPayload().toStringUtf8());
        ChaincodeEvent event = ChaincodeEvent.parseFrom(action.getEvents());
        lines.add("event " + event.getEventName() + " of " + event.getTxId() + " "
                + event.getPayload().toStringUtf8());
        for (NsReadWriteSet namespace :
                TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
            if (!namespace.getNamespace().startsWith("_")) {
                lines.add("under " + namespace.getNamespace());
                publicly(KVRWSet.parseFrom(namespace.getRwset()), lines);
                for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
                    privately(collection, lines);
                }
            }
        }
        return lines;
    }

    private static void publicly(KVRWSet set, List<String> lines) {
        set.getReadsList().forEach(read -> lines.add("read " + text(read.getKey())));
        for (RangeQueryInfo range : set.getRangeQueriesInfoList()) {
            lines.add("range " + text(range.getStartKey()) + " to " + text(range.getEndKey()) + ", "
                    + (range.getItrExhausted() ? "to its end" : "not to its end") + ", "
                    + range.getReadsInfoCase());
            range.getRawReads().getKvReadsList().forEach(read -> lines.add("  found " + text(read.getKey())));
        }
        set.getWritesList()
                .forEach(write -> lines.add((write.getIsDelete() ? "delete " : "write ") + text(write.getKey()) + " "
                        + new String(write.getValue().toByteArray(), UTF_8)));
        set.getMetadataWritesList().forEach(write -> lines.add("policy of " + text(write.getKey())));
    }

    private static void privately(CollectionHashedReadWriteSet collection, List<String> lines)
            throws InvalidProtocolBufferException {
        HashedRWSet set = HashedRWSet.parseFrom(collection.getHashedRwset());
        lines.add("collection " + collection.getCollectionName() + " " + hex(collection.getPvtRwsetHash()));
        set.getHashedReadsList().forEach(read -> lines.add("read " + hex(read.getKeyHash())));
        set.getHashedWritesList()
                .forEach(write -> lines.add((write.getIsPurge() ? "purge " : write.getIsDelete() ? "delete " : "write ")
                        + hex(write.getKeyHash()) + " " + hex(write.getValueHash())));
    }

    /** Composite keys are joined by a zero byte. */
    private static String text(String key) {
        return key.replace('\0', '/');
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
