package org.yuanhu.chaincode.recognition;

/** How far a recognition has come. */
public enum Stage {
    /** No step taken yet. */
    APPLIED("applied"),
    /** Some steps taken. */
    IN_PROGRESS("in-progress"),
    /** The last step taken; in force from and to its days. */
    GRANTED("granted"),
    /** Taken back, for good. */
    REVOKED("revoked");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
