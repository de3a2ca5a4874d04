package org.yuanhu.consortium.issuing;

import java.security.PublicKey;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;

/** What an authority is asked to certify. */
record CertificateRequest(
        X500Name subject, PublicKey key, Period validity, Use use, Map<String, String> attributes, List<String> hosts) {

    /** What the holder of the key may do with it. */
    enum Use {
        /** Sign the organisation's other authorities: path length 1. */
        ROOT,
        /** Sign end entities only: path length 0. */
        AUTHORITY,
        /** Sign transactions, blocks or endorsements. */
        SIGNING,
        /** Answer and open TLS connections. */
        TLS
    }

    private static final Set<Use> AUTHORITIES = Set.of(Use.ROOT, Use.AUTHORITY);

    CertificateRequest {
        attributes = Map.copyOf(attributes);
        hosts = List.copyOf(hosts);
    }

    static CertificateRequest authority(X500Name subject, PublicKey key, Period validity, Use use) {
        return new CertificateRequest(subject, key, validity, use, Map.of(), List.of());
    }

    boolean isAuthority() {
        return AUTHORITIES.contains(use);
    }
}
