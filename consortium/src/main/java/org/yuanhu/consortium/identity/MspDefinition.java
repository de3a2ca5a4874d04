package org.yuanhu.consortium.identity;

import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.MspId;

/**
 * What others need to know of an organisation to check its signatures: public, without any private key.
 *
 * @param msp the organisation
 * @param root its root certificate
 * @param authorities the authorities under the root: {@code ca-nodes}, which issues its peers, orderers, administrators
 *     and TLS servers, and one for each role it grants
 * @param crls the current revocation list of the root, then of each authority
 * @param trustKey what its signature under a trust file is checked with
 */
public record MspDefinition(
        MspId msp,
        X509Certificate root,
        SortedMap<AuthorityName, X509Certificate> authorities,
        List<X509CRL> crls,
        PublicKey trustKey) {

    public MspDefinition {
        authorities = Collections.unmodifiableSortedMap(new TreeMap<>(authorities));
        crls = List.copyOf(crls);
    }

    /** The authority that issues its peers, orderers, administrators and TLS servers. */
    public X509Certificate nodes() {
        return authority(AuthorityName.NODES);
    }

    /**
     * One authority's certificate.
     *
     * @throws IllegalArgumentException if the organisation has no authority of this name
     */
    public X509Certificate authority(AuthorityName name) {
        X509Certificate certificate = authorities.get(name);
        if (certificate == null) {
            throw new IllegalArgumentException(msp + " has no authority " + name);
        }
        return certificate;
    }

    /** All authorities under the root, by name. */
    public List<X509Certificate> intermediates() {
        return List.copyOf(authorities.values());
    }

    /** The revocation list one authority signed, by the authority's certificate. */
    public X509CRL crlOf(X509Certificate authority) {
        return crls.stream()
                .filter(crl -> crl.getIssuerX500Principal().equals(authority.getSubjectX500Principal()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        msp + " has no revocation list of " + authority.getSubjectX500Principal()));
    }
}
