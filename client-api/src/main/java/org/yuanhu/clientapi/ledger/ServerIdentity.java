package org.yuanhu.clientapi.ledger;

import org.yuanhu.networkconfig.identity.UserIdentity;

/** The server's own certificate, for what it reads on nobody's behalf: events, and what a buyer asks. */
@FunctionalInterface
public interface ServerIdentity {
    /** A certificate that may read and attest, and submit nothing. */
    UserIdentity reader();
}
