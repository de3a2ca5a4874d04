package org.yuanhu.chaincode.act;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.vocabulary.id.ActId;

/**
 * One business act, as a client sends it and as the ledger keeps it.
 *
 * <p>Every act is a record whose components are its JSON fields in order; a record that breaks the form of a value cannot exist.
 */
public interface Act {
    /** The id the client made: the same id with the same content is the same act, never a second one. */
    ActId id();

    /** The chaincode function that takes this act, and the type of its document and event. */
    Operation operation();
}
