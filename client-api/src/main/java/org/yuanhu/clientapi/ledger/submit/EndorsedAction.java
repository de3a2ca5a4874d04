package org.yuanhu.clientapi.ledger.submit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Transaction;

/** What organisations signed and their signatures, out of what the gateway prepared for submitting. */
public final class EndorsedAction {
    private EndorsedAction() {}

    /**
     * The one action of a transaction.
     *
     * @param prepared a serialised {@code gateway.PreparedTransaction}
     * @throws InvalidProtocolBufferException if it cannot be read, or has not one action
     */
    public static ChaincodeEndorsedAction of(ByteString prepared) throws InvalidProtocolBufferException {
        Payload envelope = Payload.parseFrom(
                PreparedTransaction.parseFrom(prepared).getEnvelope().getPayload());
        Transaction transaction = Transaction.parseFrom(envelope.getData());
        if (transaction.getActionsCount() != 1) {
            throw new InvalidProtocolBufferException("not one action but " + transaction.getActionsCount());
        }
        return ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload())
                .getAction();
    }
}
