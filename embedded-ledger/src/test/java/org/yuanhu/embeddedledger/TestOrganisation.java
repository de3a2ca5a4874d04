package org.yuanhu.embeddedledger;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yuanhu.embeddedledger.channel.Member;

/** An organisation with a root, an issuing CA, an endorser and as many users as a test needs. */
final class TestOrganisation implements Serializable {
    private static final int AUTHORITY = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    private static final int USER = KeyUsage.digitalSignature;

    private final String mspId;
    private final Holder root;
    private final Holder issuing;
    private final Holder endorser;

    /** A certificate with its private key; serializable so that a child process can have it. */
    record Holder(String mspId, X509Certificate certificate, PrivateKey key) implements Serializable {}

    TestOrganisation(String mspId) {
        this(mspId, AUTHORITY);
    }

    /** An organisation whose issuing CA's certificate is good for this and nothing else. */
    TestOrganisation(String mspId, int usageOfIssuing) {
        this.mspId = mspId;
        KeyPair rootKeys = keys();
        Instant now = Instant.now();
        root = new Holder(
                mspId,
                certificate("root", rootKeys, "root", rootKeys.getPrivate(), AUTHORITY, now, days(100)),
                rootKeys.getPrivate());
        KeyPair issuingKeys = keys();
        issuing = new Holder(
                mspId,
                certificate("issuing", issuingKeys, "root", rootKeys.getPrivate(), usageOfIssuing, now, days(100)),
                issuingKeys.getPrivate());
        endorser = user("peer");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    Member member() {
        return new Member(
                mspId,
                List.of(root.certificate()),
                List.of(issuing.certificate()),
                endorser.certificate(),
                endorser.key());
    }

    X509Certificate root() {
        return root.certificate();
    }

    /** The certificate of the CA that issues users. */
    X509Certificate authority() {
        return issuing.certificate();
    }

    Holder user(String name) {
        Instant now = Instant.now();
        return user(name, now.minusSeconds(60), now.plus(days(1)));
    }

    Holder user(String name, Instant from, Instant to) {
        KeyPair keys = keys();
        X509Certificate certificate =
                certificate(name, keys, "issuing", issuing.key(), USER, from, Duration.between(from, to));
        return new Holder(mspId, certificate, keys.getPrivate());
    }

    /** The issuing CA's revocation list with these certificates on it. */
    X509CRL crl(X509Certificate... revoked) {
        try {
            Date now = Date.from(Instant.now());
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(issuing.certificate(), now);
            for (X509Certificate certificate : revoked) {
                list.addCRLEntry(certificate.getSerialNumber(), now, CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuing.key())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            String name, KeyPair keys, String issuer, PrivateKey issuerKey, int usage, Instant from, Duration valid) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    distinguished(issuer),
                    new BigInteger(64, new SecureRandom()),
                    Date.from(from),
                    Date.from(from.plus(valid)),
                    distinguished(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(usage != USER));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private X500Name distinguished(String name) {
        return new X500Name("CN=" + name + ",O=" + mspId);
    }
}
