package org.yuanhu.consortium.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates, keys and revocation lists as PEM text (RFC 7468), with LF line ends and 64 characters a line. */
public final class Pem {
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** One certificate. */
    public static String of(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this certificate has no encoding", e);
        }
    }

    /** Several certificates, one after the other. */
    public static String of(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::of).collect(Collectors.joining());
    }

    /** A private key, unencrypted PKCS#8. */
    public static String of(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    /** A public key as SubjectPublicKeyInfo. */
    public static String of(PublicKey key) {
        return block("PUBLIC KEY", key.getEncoded());
    }

    /** A revocation list. */
    public static String of(X509CRL crl) {
        try {
            return block("X509 CRL", crl.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this revocation list has no encoding", e);
        }
    }

    /**
     * The first certificate in a text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate in PEM", e);
        }
    }

    /**
     * All certificates in a text, in its order.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public static List<X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(in(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not certificates in PEM", e);
        }
    }

    /**
     * A revocation list.
     *
     * @throws IllegalArgumentException if there is none in the text
     */
    public static X509CRL crl(String pem) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a revocation list in PEM", e);
        }
    }

    /**
     * An elliptic curve private key from unencrypted PKCS#8.
     *
     * @throws IllegalArgumentException if there is none in the text; the message never repeats the text
     */
    public static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der("PRIVATE KEY", pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an elliptic curve private key", e);
        }
    }

    /**
     * An elliptic curve public key from SubjectPublicKeyInfo.
     *
     * @throws IllegalArgumentException if there is none in the text
     */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der("PUBLIC KEY", pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an elliptic curve public key", e);
        }
    }

    private static byte[] der(String label, String pem) {
        String head = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(head);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + label + " in PEM here");
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + head.length(), to));
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + ENCODER.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static ByteArrayInputStream in(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
