package org.yuanhu.chaincode.attest;

/** How a label itself stands. */
public enum LabelStatus {
    /** Printed for goods, and nothing was said against the label since. */
    ASSIGNED("assigned");

    private final String text;

    LabelStatus(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
