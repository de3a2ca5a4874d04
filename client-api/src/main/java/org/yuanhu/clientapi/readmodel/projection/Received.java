package org.yuanhu.clientapi.readmodel.projection;

import org.hyperledger.fabric.client.ChaincodeEvent;

/** An event of the ledger, whether it can be read or not. */
public sealed interface Received permits Recorded, Unreadable {
    /** The number of the block it stands in. */
    long block();

    /** The id of the transaction that carried it, 64 hex digits. */
    String transaction();

    /** Reads an event. */
    static Received of(ChaincodeEvent event) {
        try {
            return Recorded.of(event);
        } catch (RuntimeException notAnActOfThisRuleBook) {
            return new Unreadable(
                    event.getBlockNumber(), event.getTransactionId(), SetAside.problem(notAnActOfThisRuleBook));
        }
    }
}
