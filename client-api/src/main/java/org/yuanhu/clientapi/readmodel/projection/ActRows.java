package org.yuanhu.clientapi.readmodel.projection;

import java.util.Map;
import java.util.function.Consumer;
import org.yuanhu.chaincode.access.Operation;

/** The rows that acts of some kinds change. */
@FunctionalInterface
interface ActRows {
    /** What each kind of act does to them; called inside the transaction that also moves the checkpoint. */
    Map<Operation, Consumer<Recorded>> changes();
}
