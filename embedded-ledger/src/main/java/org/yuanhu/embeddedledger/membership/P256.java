package org.yuanhu.embeddedledger.membership;

import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.yuanhu.embeddedledger.store.BlockHashes;

/**
 * ECDSA over P-256 with SHA-256 and low S, the one signature Fabric's clients and peers make. It uses Bouncy Castle's
 * curve directly, which verifies several times faster than the JDK's provider.
 */
public final class P256 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final BigInteger ORDER = DOMAIN.getN();
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private P256() {}

    /**
     * Converts a key once, for many uses.
     *
     * @throws InvalidKeyException if it is not a point of P-256
     */
    static ECPublicKeyParameters publicKey(PublicKey key) throws InvalidKeyException {
        if (!(key instanceof ECPublicKey ec) || !ec.getParams().getOrder().equals(ORDER)) {
            throw new InvalidKeyException("not a P-256 key: " + key.getAlgorithm());
        }
        ECPoint point = ec.getW();
        try {
            return new ECPublicKeyParameters(
                    DOMAIN.getCurve().validatePoint(point.getAffineX(), point.getAffineY()), DOMAIN);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("not a point of P-256", e);
        }
    }

    static ECPrivateKeyParameters privateKey(PrivateKey key) throws InvalidKeyException {
        if (!(key instanceof ECPrivateKey ec) || !ec.getParams().getOrder().equals(ORDER)) {
            throw new InvalidKeyException("not a P-256 private key");
        }
        return new ECPrivateKeyParameters(ec.getS(), DOMAIN);
    }

    /** Whether a DER signature is this key's over a message; a high S is refused, as Fabric refuses it. */
    static boolean verifies(ECPublicKeyParameters key, byte[] message, byte[] signature) {
        BigInteger[] rs;
        try {
            rs = StandardDSAEncoding.INSTANCE.decode(ORDER, signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
        if (rs[1].compareTo(HALF_ORDER) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(BlockHashes.sha256().digest(message), rs[0], rs[1]);
    }

    /** Signs a digest: DER, low S, RFC 6979. */
    static byte[] sign(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(digest);
        BigInteger s = rs[1].compareTo(HALF_ORDER) > 0 ? ORDER.subtract(rs[1]) : rs[1];
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, rs[0], s);
        } catch (IOException e) {
            throw new IllegalStateException("two integers can always be encoded", e);
        }
    }
}
