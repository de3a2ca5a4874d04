package org.yuanhu.qrtools.secret;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Java's keys as Bouncy Castle's HPKE takes them. */
final class P256Keys {
    private static final int BITS = 256;

    private P256Keys() {}

    static AsymmetricKeyParameter of(PublicKey key) {
        try {
            if (PublicKeyFactory.createKey(key.getEncoded()) instanceof ECPublicKeyParameters ec && isP256(ec)) {
                return ec;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a public key", e);
        }
        throw new IllegalArgumentException("A P-256 public key is needed");
    }

    /** HPKE takes the pair; a private key gives its public one. */
    static AsymmetricCipherKeyPair pairOf(PrivateKey key) {
        try {
            if (PrivateKeyFactory.createKey(key.getEncoded()) instanceof ECPrivateKeyParameters ec) {
                var point = new FixedPointCombMultiplier()
                        .multiply(ec.getParameters().getG(), ec.getD());
                return new AsymmetricCipherKeyPair(
                        new ECPublicKeyParameters(point.normalize(), ec.getParameters()), ec);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a private key", e);
        }
        throw new IllegalArgumentException("A P-256 private key is needed");
    }

    private static boolean isP256(ECPublicKeyParameters key) {
        return key.getParameters().getCurve().getFieldSize() == BITS
                && key.getParameters()
                        .getCurve()
                        .equals(org.bouncycastle.asn1.x9.ECNamedCurveTable.getByName("P-256")
                                .getCurve());
    }
}
