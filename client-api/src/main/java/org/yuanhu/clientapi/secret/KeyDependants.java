package org.yuanhu.clientapi.secret;

import java.util.Optional;

/** What would be dead without a key, where that does not lie beside it: in the database, or on the ledger. */
public interface KeyDependants {
    /** The key they need. */
    KeyName key();

    /** What there is of them, such as {@code 12 households on the ledger}; empty if there is nothing. */
    Optional<String> found();

    /** The keys a server has files of. */
    enum KeyName {
        /** See {@link ServerKeys}. */
        MASTER,
        /** See {@link ProvinceKey}. */
        PROVINCE
    }
}
