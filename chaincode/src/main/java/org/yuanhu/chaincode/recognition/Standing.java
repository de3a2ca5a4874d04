package org.yuanhu.chaincode.recognition;

/** How a recognition stands at one instant. */
public enum Standing {
    /** Granted, and today is one of its days. */
    IN_FORCE("in-force"),
    /** Not granted, or its first day lies ahead. */
    NOT_YET("not-yet"),
    /** Its last day has passed. */
    EXPIRED("expired"),
    /** Taken back. */
    REVOKED("revoked");

    private final String text;

    Standing(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
