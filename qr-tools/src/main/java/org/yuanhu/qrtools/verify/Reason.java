package org.yuanhu.qrtools.verify;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why signed evidence is refused: one for each check of {@link AttestationVerifier}, in the order they are made. */
public enum Reason {
    /** The signed bytes are no response of a peer. */
    ANSWER_UNREADABLE,
    /** Another chaincode answered; its name follows. */
    OTHER_CHAINCODE,
    /** The chaincode did not answer 200; its status follows. */
    NOT_SUCCESSFUL,
    /** The answer handed over is not the one that was signed. */
    ANSWER_NOT_SIGNED,
    /** The answer does not repeat what was asked; the field that differs follows. */
    OTHER_QUESTION,
    /** Who signed cannot be read: not one certificate of a named organisation. */
    ENDORSER_UNREADABLE,
    /** An organisation that the trust does not name. */
    UNKNOWN_ORGANISATION,
    /** The same organisation signed before. */
    SAME_ORGANISATION,
    /** The certificate is not signed by the authority that issues the organisation's peers. */
    WRONG_AUTHORITY,
    /** The certificate's time has not come; its first instant follows. */
    NOT_YET_VALID,
    /** The certificate's time is over; its last instant follows. */
    EXPIRED,
    /** The certificate stands in its authority's revocation list. */
    REVOKED,
    /** The certificate has a critical extension that nobody here understands (RFC 5280, 4.2); its OID follows. */
    UNKNOWN_CRITICAL_EXTENSION,
    /** The certificate's key is for something else than signatures. */
    OTHER_KEY_USAGE,
    /** The certificate is not a peer's; what its subject says instead follows. */
    NOT_A_PEER,
    /** The certificate's key is not on P-256. */
    OTHER_KEY,
    /** The signature's s is the higher of the two values possible, which Fabric refuses. */
    HIGH_S,
    /** The signature is not this endorser's over this answer. */
    FORGED,
    /** Fewer distinct organisations signed than the policy asks; how many did and must follow. */
    TOO_FEW;

    private static final String BUNDLE = "org.yuanhu.qrtools.verify.reasons";

    /** The sentence for a person, in Chinese where the language is Chinese, in English otherwise. */
    String say(Locale language, Object... arguments) {
        Locale locale = language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
        ResourceBundle sentences = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return String.format(Locale.ROOT, sentences.getString(name()), arguments);
    }
}
