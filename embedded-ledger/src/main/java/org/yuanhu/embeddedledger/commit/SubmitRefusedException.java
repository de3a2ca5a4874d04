package org.yuanhu.embeddedledger.commit;

/** A transaction that does not reach a block. */
public final class SubmitRefusedException extends Exception {
    /** Why, in the terms of an ordering service's answer. */
    public enum Status {
        /** The envelope is not a transaction of this channel. */
        BAD_REQUEST,
        /** Its signer may not write. */
        FORBIDDEN,
        /** It is in a block already. */
        DUPLICATE,
        /** The private values it needs are no longer held. */
        PRIVATE_DATA_GONE,
        /** The ledger is not taking transactions. */
        UNAVAILABLE
    }

    private final Status status;
    private final String why;

    /** Says why. */
    public SubmitRefusedException(Status status, String message) {
        super(message);
        this.status = status;
        why = message;
    }

    /** Why, in words. */
    public String why() {
        return why;
    }

    /** Why. */
    public Status status() {
        return status;
    }
}
