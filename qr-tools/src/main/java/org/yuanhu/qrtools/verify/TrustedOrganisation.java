package org.yuanhu.qrtools.verify;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.identity.MspDefinition;

/**
 * What is known beforehand of an organisation that may sign.
 *
 * @param msp its name on the ledger
 * @param role the part it plays, by which a policy asks for it
 * @param peerAuthority the certificate under which its peers' certificates are signed, directly
 * @param revoked the list of certificates that this authority took back
 */
public record TrustedOrganisation(MspId msp, OrganisationRole role, X509Certificate peerAuthority, X509CRL revoked) {

    /** @throws IllegalArgumentException if the list is not signed by the authority */
    public TrustedOrganisation {
        try {
            revoked.verify(peerAuthority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the revocation list of " + msp + " is not its peer authority's", e);
        }
    }

    /** When the next revocation list is due; a list without that instant (RFC 5280, 5.1.2.5 asks for it) is past its end from its first. */
    public Instant revocationsKnownUntil() {
        Date next = revoked.getNextUpdate();
        return (next == null ? revoked.getThisUpdate() : next).toInstant();
    }

    static TrustedOrganisation of(Organisation organisation, MspDefinition definition) {
        X509Certificate nodes = definition.nodes();
        return new TrustedOrganisation(organisation.msp(), organisation.role(), nodes, definition.crlOf(nodes));
    }
}
