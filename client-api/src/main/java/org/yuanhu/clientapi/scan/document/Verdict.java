package org.yuanhu.clientapi.scan.document;

import java.util.List;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.qrtools.verify.Doubt;

/** How far a label that passed every check may be believed. A page that was just fetched never says “proven”: who serves it could say anything. */
public enum Verdict {
    /** The best a single-machine ledger can give: one machine holds every organisation's key. */
    RECORDED("recorded"),
    /** A quorum signed, on keys of their own, the organisations that a proof needs among them; the server checked it. */
    CHECKED("checked"),
    /** The same without one that a proof needs. */
    WITHOUT_GOVERNMENT("without-government"),
    /** The same as checked, but a signer's revocation list is past its end: a key taken back since would not be noticed. */
    REVOCATION_UNKNOWN("revocation-unknown");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The word in documents, messages and style sheet. */
    public String text() {
        return text;
    }

    /** Whether each organisation has keys of its own. */
    public boolean isOfNetwork() {
        return this != RECORDED;
    }

    /** What an answer is worth that passed every check but leaves these doubts; the gravest decides. */
    public static Verdict of(LedgerFacts.Kind ledger, List<Doubt> doubts) {
        if (ledger == LedgerFacts.Kind.SINGLE_MACHINE) {
            return RECORDED;
        }
        if (doubts.stream().anyMatch(Doubt.RoleMissing.class::isInstance)) {
            return WITHOUT_GOVERNMENT;
        }
        return doubts.isEmpty() ? CHECKED : REVOCATION_UNKNOWN;
    }
}
