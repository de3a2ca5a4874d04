package org.yuanhu.clientapi.ledger.connection;

import java.util.Optional;
import org.yuanhu.consortium.identity.UserIdentity;

/** The server's own certificate, for what it reads on nobody's behalf: events, and what a buyer asks. */
public interface ServerIdentity {
    /** A certificate that may read and attest, and submit nothing. */
    UserIdentity reader();

    /**
     * A certificate of a member of the private collection, that may be told what a household agreed to have told; none where the server is
     * of an organisation that is no member.
     */
    Optional<UserIdentity> member();
}
