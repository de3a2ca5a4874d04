package org.yuanhu.chaincode.allotment;

/** Why an allotment no longer holds. */
public enum Ended {
    /** The household was suspended. */
    SUSPENDED("suspended"),
    /** The household left the cooperative. */
    LEFT("left"),
    /** The county withdrew its word for the household. */
    WITHDRAWN("withdrawn");

    private final String text;

    Ended(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
