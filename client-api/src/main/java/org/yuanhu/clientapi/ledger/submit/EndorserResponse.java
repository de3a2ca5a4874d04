package org.yuanhu.clientapi.ledger.submit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.client.Transaction;
import org.yuanhu.vocabulary.rule.RefusedException;

/** What one organisation, asked alone, answers to a proposal. Equal responses are byte for byte the same. */
sealed interface EndorserResponse {
    /**
     * It would have it done.
     *
     * @param signed the {@code ProposalResponsePayload}: result, reads, writes and event
     */
    record Endorsed(ByteString signed) implements EndorserResponse {
        static Endorsed of(Transaction transaction) {
            try {
                return new Endorsed(EndorsedAction.of(ByteString.copyFrom(transaction.getBytes()))
                        .getProposalResponsePayload());
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("A transaction of the gateway's cannot be read", e);
            }
        }
    }

    /**
     * Its rule book refuses.
     *
     * @param message rule and arguments
     */
    record Refusal(String message) implements EndorserResponse {
        static Refusal of(RefusedException refused) {
            return new Refusal(refused.getMessage());
        }
    }
}
