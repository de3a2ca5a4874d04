package org.yuanhu.consortium.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;

/** Turns a request into a signed certificate (RFC 5280). */
final class CertificateBuilder {
    /** A certificate is valid a little before it was made: machines' clocks differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final X500Name issuer;
    private final PublicKey issuerKey;
    private final PrivateKey signingKey;
    private final Instant latestEnd;

    /** For an authority's own self-signed certificate, or under an authority that ends at {@code latestEnd}. */
    CertificateBuilder(X500Name issuer, PublicKey issuerKey, PrivateKey signingKey, Instant latestEnd) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.signingKey = signingKey;
        this.latestEnd = latestEnd;
    }

    X509Certificate sign(CertificateRequest request, Instant now) {
        Instant end = now.atOffset(ZoneOffset.UTC).plus(request.validity()).toInstant();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                serial(),
                Date.from(now.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS)),
                Date.from((end.isAfter(latestEnd) ? latestEnd : end).truncatedTo(ChronoUnit.SECONDS)),
                request.subject(),
                SubjectPublicKeyInfo.getInstance(request.key().getEncoded()));
        try {
            addExtensions(builder, request);
            X509Certificate made =
                    new JcaX509CertificateConverter().getCertificate(builder.build(P256.contentSigner(signingKey)));
            return Pem.certificate(Pem.of(made)); // the JDK's own class, whatever provider made it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate just built cannot be read", e);
        }
    }

    private void addExtensions(X509v3CertificateBuilder builder, CertificateRequest request)
            throws IOException, GeneralSecurityException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, constraints(request));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        request.isAuthority() ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(request.key()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
        if (request.use() == CertificateRequest.Use.TLS) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
            builder.addExtension(Extension.subjectAlternativeName, false, hosts(request));
        }
        if (!request.attributes().isEmpty()) {
            builder.addExtension(FabricAttributes.OID, false, FabricAttributes.encode(request.attributes()));
        }
    }

    private static BasicConstraints constraints(CertificateRequest request) {
        return switch (request.use()) {
            case ROOT -> new BasicConstraints(1);
            case AUTHORITY -> new BasicConstraints(0);
            case SIGNING, TLS -> new BasicConstraints(false);
        };
    }

    private static GeneralNames hosts(CertificateRequest request) {
        return new GeneralNames(request.hosts().stream()
                .map(host -> new GeneralName(
                        IP_V4.matcher(host).matches() || host.contains(":")
                                ? GeneralName.iPAddress
                                : GeneralName.dNSName,
                        host))
                .toArray(GeneralName[]::new));
    }

    /** 128 random bits, the first one set so that every serial number has the same length. */
    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(127);
    }
}
