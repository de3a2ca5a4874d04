package org.yuanhu.chaincode.attest;

/** What a buyer is to be told before anything else. The gravest comes first. */
public enum Notice {
    /** A recognition the label was printed under was revoked since. */
    RECOGNITION_REVOKED("recognition-revoked"),
    /** One has expired since. */
    RECOGNITION_EXPIRED("recognition-expired"),
    /** Not all that is in the batch is recognised. */
    MIXED("mixed");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
