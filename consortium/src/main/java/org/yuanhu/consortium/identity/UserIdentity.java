package org.yuanhu.consortium.identity;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.yuanhu.consortium.MspId;

/**
 * A certificate with its private key: what signs a transaction, an endorsement or a TLS handshake.
 *
 * @param msp the organisation
 * @param name the name in the certificate
 * @param chain the certificate first, then its issuing authority, then the organisation's root
 * @param key the certificate's private key
 */
public record UserIdentity(MspId msp, String name, List<X509Certificate> chain, PrivateKey key) {

    public UserIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity has at least its own certificate");
        }
    }

    /** The holder's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The holder's own certificate as Fabric carries it in a transaction: PEM, nothing else with it. */
    public String certificatePem() {
        return Pem.of(certificate());
    }

    /**
     * Signs a SHA-256 digest as Fabric's clients do; fits a Gateway's {@code Signer}.
     *
     * @return ECDSA on P-256, low s, DER
     */
    public byte[] sign(byte[] digest) {
        try {
            return P256.sign(P256.privateKey(key), digest);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key of " + this + " cannot sign", e);
        }
    }

    /** Tells who it is and never shows the key. */
    @Override
    public String toString() {
        return msp + "/" + name + " (certificate "
                + certificate().getSerialNumber().toString(16) + ")";
    }
}
