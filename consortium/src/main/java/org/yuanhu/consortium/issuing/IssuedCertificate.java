package org.yuanhu.consortium.issuing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.MspId;

/**
 * One certificate in an authority's records.
 *
 * @param msp the organisation
 * @param authority who signed it
 * @param certificate the certificate
 * @param revokedAt when it was revoked, if it was
 */
public record IssuedCertificate(
        MspId msp, AuthorityName authority, X509Certificate certificate, Optional<Instant> revokedAt) {

    /** Whether a certificate counts at an instant. */
    public enum State {
        /** Within its validity and not revoked. */
        VALID,
        /** Before or after its validity. */
        EXPIRED,
        /** Revoked, whatever its validity. */
        REVOKED
    }

    /** The name in the subject. */
    public String name() {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN);
        return names.length == 0
                ? ""
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    /** Its state at an instant. */
    public State stateAt(Instant instant) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        boolean within = !instant.isBefore(certificate.getNotBefore().toInstant())
                && !instant.isAfter(certificate.getNotAfter().toInstant());
        return within ? State.VALID : State.EXPIRED;
    }
}
