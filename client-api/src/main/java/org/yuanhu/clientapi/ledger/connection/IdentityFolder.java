package org.yuanhu.clientapi.ledger.connection;

import java.util.Optional;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;

/** Where {@code network identity export} looks for people's certificates and keys, on a machine that holds the authorities' too. */
public interface IdentityFolder {
    /** An identity that is kept there, also when it has expired or was revoked. */
    Optional<UserIdentity> user(MspId msp, String name);

    /**
     * Keeps an identity there, to be found by its name.
     *
     * @throws IllegalArgumentException if a valid one of this name is there
     */
    void keep(UserIdentity user);
}
