package org.yuanhu.clientapi.ledger.connection;

import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.MspDefinition;

/** Where the organisations' authorities and revocation lists are found, as they are now. */
@FunctionalInterface
public interface MspDefinitions {
    /** The public definition of one organisation. */
    MspDefinition of(MspId organisation);
}
