package org.yuanhu.embeddedledger.simulation;

/** Chaincode called something of Fabric's that the single-machine ledger does not have. */
public final class UnsupportedCallException extends UnsupportedOperationException {
    /** Names the call, and says why or what to use instead. */
    UnsupportedCallException(String call, String why) {
        super("the single-machine ledger does not support " + call + ": " + why);
    }
}
