package org.yuanhu.embeddedledger.membership;

/** A caller the channel does not accept. */
public final class AccessDeniedException extends Exception {
    /** Why a caller is not accepted. */
    public enum Reason {
        /** Not a serialized identity with a PEM certificate on P-256. */
        MALFORMED("the identity is not a PEM certificate with a P-256 key"),
        /** No organisation of the channel has this MSP id. */
        UNKNOWN_ORGANISATION("no organisation of the channel has this MSP id"),
        /** The certificate does not chain to a CA of its organisation. */
        UNKNOWN_CERTIFICATE("the certificate is not issued by a CA of its organisation"),
        /** The certificate, or its CA's, is not valid yet. */
        NOT_YET_VALID("the certificate is not valid yet"),
        /** The certificate, or its CA's, has expired. */
        EXPIRED("the certificate has expired"),
        /** The certificate, or its CA's, is on a revocation list. */
        REVOKED("the certificate is revoked"),
        /** The signature is not the certificate's, or has a high S. */
        BAD_SIGNATURE("the signature does not match");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason in words. */
        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;
    private final String mspId;

    AccessDeniedException(Reason reason, String mspId) {
        super(reason.sentence());
        this.reason = reason;
        this.mspId = mspId;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The organisation the caller names, empty if it could not be read. */
    public String mspId() {
        return mspId;
    }
}
