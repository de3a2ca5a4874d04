package org.yuanhu.networkconfig.identity;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.consortium.MspId;

/**
 * What others need to know of an organisation to check its signatures: public, without any key.
 *
 * @param msp the organisation
 * @param root its root certificate
 * @param nodes the authority that issues its peers, orderers, administrators and TLS servers
 * @param roles the authorities that issue people's certificates
 * @param crls the current revocation list of each authority
 */
public record MspDefinition(
        MspId msp, X509Certificate root, X509Certificate nodes, List<X509Certificate> roles, List<X509CRL> crls) {

    public MspDefinition {
        roles = List.copyOf(roles);
        crls = List.copyOf(crls);
    }

    /** All authorities under the root. */
    public List<X509Certificate> intermediates() {
        return Stream.concat(Stream.of(nodes), roles.stream()).toList();
    }
}
