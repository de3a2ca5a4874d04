package org.yuanhu.consortium.identity;

import java.util.Locale;

/** What Fabric takes the holder of a certificate for, by the organisational unit in its subject. */
public enum NodeOu {
    /** Sends transactions. */
    CLIENT,
    /** Endorses and keeps the ledger. */
    PEER,
    /** Changes the organisation's peers and the channel. */
    ADMIN,
    /** Orders transactions. */
    ORDERER;

    /** The word in the certificate, for example {@code peer}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
