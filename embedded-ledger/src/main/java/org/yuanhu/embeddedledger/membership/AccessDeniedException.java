package org.yuanhu.embeddedledger.membership;

import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** A caller the channel does not accept. The message ends with the rule, as {@link RefusedException} writes it. */
public final class AccessDeniedException extends Exception {
    /** Why a caller is not accepted. */
    public enum Reason {
        /** Not a serialized identity with a PEM certificate on P-256. */
        MALFORMED("the identity is not a PEM certificate with a P-256 key", Rule.LG_01),
        /** No organisation of the channel has this MSP id. */
        UNKNOWN_ORGANISATION("no organisation of the channel has this MSP id", Rule.LG_01),
        /** The certificate does not chain to a CA of its organisation. */
        UNKNOWN_CERTIFICATE("the certificate is not issued by a CA of its organisation", Rule.LG_01),
        /** The certificate, or its CA's, has expired. */
        EXPIRED("the certificate has expired", Rule.LG_02),
        /** The certificate, or its CA's, is on a revocation list. */
        REVOKED("the certificate is revoked", Rule.LG_03),
        /** The certificate, or its CA's, is not valid yet. */
        NOT_YET_VALID("the certificate is not valid yet", Rule.LG_04),
        /** The signature is not the certificate's, or has a high S. */
        BAD_SIGNATURE("the signature does not match", Rule.LG_05);

        private final String sentence;
        private final Rule rule;

        Reason(String sentence, Rule rule) {
            this.sentence = sentence;
            this.rule = rule;
        }

        private String said(String mspId) {
            return sentence + "; "
                    + RefusedException.by(rule).with("msp", mspId).build().getMessage();
        }
    }

    private final Reason reason;
    private final String mspId;

    AccessDeniedException(Reason reason, String mspId) {
        super(reason.said(mspId));
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
