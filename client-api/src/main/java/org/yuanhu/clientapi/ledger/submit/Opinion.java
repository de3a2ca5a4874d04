package org.yuanhu.clientapi.ledger.submit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.client.Transaction;
import org.yuanhu.vocabulary.rule.RefusedException;

/** What one organisation, asked alone, answers to a proposal. Equal opinions are byte for byte the same. */
sealed interface Opinion {
    /**
     * It would have it done.
     *
     * @param signed the {@code ProposalResponsePayload}: result, reads, writes and event
     */
    record Endorsed(ByteString signed) implements Opinion {
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
    record Refusal(String message) implements Opinion {
        static Refusal of(RefusedException refused) {
            return new Refusal(refused.getMessage());
        }
    }
}
