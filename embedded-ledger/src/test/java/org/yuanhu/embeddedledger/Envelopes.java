package org.yuanhu.embeddedledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/** Reads transactions as any Fabric tool would. */
final class Envelopes {
    private Envelopes() {}

    static Envelope envelope(Transaction endorsed) throws InvalidProtocolBufferException {
        return PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope();
    }

    static ChaincodeActionPayload action(Envelope envelope) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(envelope.getPayload());
        return ChaincodeActionPayload.parseFrom(
                org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData())
                        .getActions(0)
                        .getPayload());
    }

    static List<String> endorsers(Transaction endorsed) throws InvalidProtocolBufferException {
        List<String> mspIds = new ArrayList<>();
        for (Endorsement endorsement : action(envelope(endorsed)).getAction().getEndorsementsList()) {
            mspIds.add(SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid());
        }
        return mspIds;
    }

    static TxReadWriteSet readWriteSet(Envelope envelope) throws InvalidProtocolBufferException {
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action(envelope).getAction().getProposalResponsePayload());
        return TxReadWriteSet.parseFrom(
                ChaincodeAction.parseFrom(response.getExtension()).getResults());
    }

    static KVRWSet publicSet(Transaction endorsed) throws InvalidProtocolBufferException {
        return KVRWSet.parseFrom(readWriteSet(envelope(endorsed)).getNsRwset(0).getRwset());
    }
}
