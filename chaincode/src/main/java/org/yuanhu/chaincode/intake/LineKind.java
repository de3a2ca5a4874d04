package org.yuanhu.chaincode.intake;

/** Whether a line counts as recognised. */
public enum LineKind {
    /** Counts against the household's allotment and is refused above it. */
    RECOGNISED("recognised"),
    /** Accepted without one, and never in a batch's recognised share. */
    ORDINARY("ordinary");

    private final String text;

    LineKind(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
