package org.yuanhu.qrtools.verify;

import java.time.Instant;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.OrganisationRole;

/** What keeps evidence that passed every check from being proof; never to be passed over in silence. */
public sealed interface Doubt {
    /**
     * No organisation of a role that the policy requires signed.
     *
     * @param role the one missing
     */
    record RoleMissing(OrganisationRole role) implements Doubt {}

    /**
     * The latest revocation list known of a signer's authority is past its end, so a key taken back since would not be noticed.
     *
     * @param msp the signer
     * @param since when the next list was due
     */
    record RevocationUnknown(MspId msp, Instant since) implements Doubt {}
}
