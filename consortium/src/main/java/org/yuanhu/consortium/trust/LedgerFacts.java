package org.yuanhu.consortium.trust;

import org.yuanhu.vocabulary.Hash;

/**
 * Which ledger a trust file speaks of.
 *
 * @param kind who keeps it
 * @param genesis SHA-256 of the header of its block 0
 */
public record LedgerFacts(Kind kind, Hash genesis) {

    /** Who keeps a ledger. */
    public enum Kind {
        /** Every organisation on a machine of its own. */
        FABRIC("fabric"),
        /** One machine that holds every organisation's key: good for a record, never for a proof. */
        SINGLE_MACHINE("single-machine");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The word in the file. */
        public String text() {
            return text;
        }
    }
}
