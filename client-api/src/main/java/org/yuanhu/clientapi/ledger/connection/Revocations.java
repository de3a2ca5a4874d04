package org.yuanhu.clientapi.ledger.connection;

import org.yuanhu.consortium.MspId;

/** Tells the ledger which certificates no longer count. */
@FunctionalInterface
public interface Revocations {
    /**
     * Hands the ledger the organisation's current revocation lists. On a real network they travel with a channel update, which an
     * operator makes.
     */
    void publish(MspId organisation);
}
