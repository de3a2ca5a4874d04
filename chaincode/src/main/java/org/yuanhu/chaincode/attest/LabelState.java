package org.yuanhu.chaincode.attest;

/** How the recognitions a label was printed under stand now. */
public enum LabelState {
    /** All are in force. */
    RECOGNISED("recognised"),
    /** At least one has expired since; none was revoked. */
    RECOGNITION_EXPIRED("recognition-expired"),
    /** At least one was revoked since. */
    RECOGNITION_REVOKED("recognition-revoked");

    private final String text;

    LabelState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
