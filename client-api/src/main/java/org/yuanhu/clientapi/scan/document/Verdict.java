package org.yuanhu.clientapi.scan.document;

import java.util.List;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.trust.LedgerFacts;

/** How far a label that passed every check may be believed. A page that was just fetched never says “proven”: who serves it could say anything. */
public enum Verdict {
    /** The best a single-machine ledger can give: one machine holds every organisation's key. */
    RECORDED("recorded"),
    /** A quorum signed, on keys of their own, the organisations that a proof needs among them; the server checked it. */
    CHECKED("checked"),
    /** The same without one that a proof needs. */
    WITHOUT_GOVERNMENT("without-government");

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

    /** What signatures of these organisations are worth. */
    public static Verdict of(LedgerFacts.Kind ledger, Consortium consortium, List<Organisation> endorsers) {
        if (ledger == LedgerFacts.Kind.SINGLE_MACHINE) {
            return RECORDED;
        }
        boolean all = consortium.policy().required().stream()
                .allMatch(role -> endorsers.stream().anyMatch(organisation -> organisation.role() == role));
        return all ? CHECKED : WITHOUT_GOVERNMENT;
    }
}
