package org.yuanhu.qrtools.verify;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;

/**
 * An answer and what peers signed, as they were handed over: nothing of it is believed yet.
 *
 * @param answer the chaincode's answer as text
 * @param signed the serialised {@code ProposalResponsePayload}
 * @param endorsements each signer's serialised identity, and its signature over {@code signed} followed by that identity
 */
public record Evidence(String answer, ByteString signed, List<Endorsement> endorsements) {
    public Evidence {
        endorsements = List.copyOf(endorsements);
    }

    /** Out of a transaction's one action. */
    public static Evidence of(String answer, ChaincodeEndorsedAction action) {
        return new Evidence(answer, action.getProposalResponsePayload(), action.getEndorsementsList());
    }
}
