package org.yuanhu.consortium.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.yuanhu.vocabulary.Hash;

/**
 * The one signature algorithm here: ECDSA on P-256 over SHA-256, with the lower of the two possible values of s, because
 * Fabric refuses the higher one. Nonces follow RFC 6979, so a signature needs no randomness.
 *
 * <p>It uses Bouncy Castle's curve directly, which is several times faster than the JDK's provider at both.
 */
public final class P256 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final BigInteger ORDER = CURVE.getN();
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private P256() {}

    /** A key pair that nobody had before, by the JDK's own generator. */
    public static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no P-256", e);
        }
    }

    /**
     * The public half of a private key.
     *
     * @throws IllegalArgumentException if it is not on P-256
     */
    public static PublicKey publicKeyOf(PrivateKey key) {
        try {
            ECPrivateKey ec = (ECPrivateKey) key;
            org.bouncycastle.math.ec.ECPoint point =
                    CURVE.getG().multiply(privateKey(key).getD()).normalize();
            ECPoint affine = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, ec.getParams()));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no P-256", e);
        }
    }

    /**
     * Converts a key once, for many uses.
     *
     * @throws InvalidKeyException if it is not a point of P-256
     */
    public static ECPublicKeyParameters publicKey(PublicKey key) throws InvalidKeyException {
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

    /**
     * Converts a key once, for many uses.
     *
     * @throws InvalidKeyException if it is not on P-256
     */
    public static ECPrivateKeyParameters privateKey(PrivateKey key) throws InvalidKeyException {
        if (!(key instanceof ECPrivateKey ec) || !ec.getParams().getOrder().equals(ORDER)) {
            throw new InvalidKeyException("not a P-256 private key: " + key.getAlgorithm());
        }
        return new ECPrivateKeyParameters(ec.getS(), DOMAIN);
    }

    /**
     * Whether a DER signature has the higher of the two possible values of s; {@link #verifies} refuses it. False for what is no
     * signature at all.
     */
    public static boolean isHigh(byte[] signature) {
        Optional<BigInteger[]> rs = decode(signature);
        return rs.isPresent() && isHigh(rs.get()[1]);
    }

    /** Whether a DER signature is this key's over a message; a high s is refused, as Fabric refuses it. */
    public static boolean verifies(ECPublicKeyParameters key, byte[] message, byte[] signature) {
        Optional<BigInteger[]> decoded = decode(signature);
        if (decoded.isEmpty() || isHigh(decoded.get()[1])) {
            return false;
        }
        BigInteger[] rs = decoded.get();
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(Hash.newSha256().digest(message), rs[0], rs[1]);
    }

    /** The signature over a SHA-256 digest, as a DER SEQUENCE of r and s. */
    public static byte[] sign(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(digest);
        BigInteger s = isHigh(rs[1]) ? ORDER.subtract(rs[1]) : rs[1];
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, rs[0], s);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHigh(BigInteger s) {
        return s.compareTo(HALF_ORDER) > 0;
    }

    private static Optional<BigInteger[]> decode(byte[] signature) {
        try {
            return Optional.of(StandardDSAEncoding.INSTANCE.decode(ORDER, signature));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The signature over {@code message}, as a DER SEQUENCE of r and s. */
    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            return sign(privateKey(key), Hash.newSha256().digest(message));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Signs what Bouncy Castle builds: certificates and revocation lists. */
    public static ContentSigner contentSigner(PrivateKey key) {
        return new ContentSigner() {
            private final ByteArrayOutputStream content = new ByteArrayOutputStream();

            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public byte[] getSignature() {
                return sign(key, content.toByteArray());
            }
        };
    }
}
