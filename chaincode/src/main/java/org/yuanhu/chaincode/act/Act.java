package org.yuanhu.chaincode.act;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.id.ActId;

/**
 * One business act, as a client sends it and as the ledger keeps it.
 *
 * <p>Every act is a record whose components are its JSON fields in order. No value of it can break its own form; the rules of the
 * act as a whole are held when it comes in, and never again when it is read from the ledger.
 */
public interface Act extends Incoming {
    /** The id the client made: the same id with the same content is the same act, never a second one. */
    ActId id();

    /** The chaincode function that takes this act, and the type of its document and event. */
    Operation operation();

    /** Holds what the values do not hold by themselves; most acts have nothing. */
    @Override
    default void validate() {}
}
