package org.yuanhu.chaincode.household;

/** How a household stands with its county. */
public enum Status {
    /** The county vouches for it. */
    VOUCHED("vouched"),
    /** Stopped for a time. */
    SUSPENDED("suspended"),
    /** No longer vouched for, for good. */
    WITHDRAWN("withdrawn");

    private final String text;

    Status(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
