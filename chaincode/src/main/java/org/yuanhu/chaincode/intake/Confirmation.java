package org.yuanhu.chaincode.intake;

/** Who confirmed a line. It is shown as what it is. */
public enum Confirmation {
    /** The household itself. */
    HOUSEHOLD("household"),
    /** A witness at the scale. */
    WITNESS("witness"),
    /** Nobody but the cooperative. */
    COOPERATIVE("cooperative");

    private final String text;

    Confirmation(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
