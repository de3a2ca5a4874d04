package org.yuanhu.chaincode.batch;

/** What a batch is said to be made of. */
public enum Claim {
    /** Recognised lines only. */
    RECOGNISED("recognised"),
    /** Recognised and ordinary lines. */
    MIXED("mixed"),
    /** Ordinary lines only. */
    ORDINARY("ordinary");

    private final String text;

    Claim(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
