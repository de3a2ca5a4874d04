package org.yuanhu.consortium.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;

/**
 * One certificate authority in a folder of its own: {@code cert.pem}, {@code key.pem} (mode 0600), {@code crl.pem},
 * {@code revoked.txt}, and {@code issued/} with one certificate a file, named by its serial number.
 */
final class CertificateAuthority {
    /** Longer than any pause between two looks at the list; Fabric itself does not look at a list's end. */
    private static final Duration CRL_VALIDITY = Duration.ofDays(365);

    private final AuthorityName name;
    private final Path folder;
    private final X509Certificate certificate;
    private final InstantSource clock;

    private CertificateAuthority(AuthorityName name, Path folder, X509Certificate certificate, InstantSource clock) {
        this.name = name;
        this.folder = folder;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Certifies an authority's first key; how depends on who is above it. */
    interface Certifier {
        X509Certificate certify(KeyPair keys);
    }

    /**
     * Loads the authority in {@code folder}, or makes it; the certificate is written last, so that it marks a whole one. Its key
     * is read when it signs, and need not be here before.
     */
    static CertificateAuthority in(Path folder, AuthorityName name, InstantSource clock, Certifier certifier) {
        Path certificateFile = folder.resolve("cert.pem");
        Path keyFile = folder.resolve("key.pem");
        if (!Files.exists(certificateFile)) {
            requireNothingIssued(folder);
            KeyPair keys = P256.newKeyPair();
            DurableFile.secretFolder(folder);
            DurableFile.writeSecret(keyFile, Pem.of(keys.getPrivate()));
            DurableFile.write(certificateFile, Pem.of(certifier.certify(keys)));
        }
        return new CertificateAuthority(name, folder, Pem.certificate(DurableFile.read(certificateFile)), clock);
    }

    /** Another key under the same name would leave what the first one signed without an authority, unseen. */
    private static void requireNothingIssued(Path folder) {
        try (Stream<Path> issued =
                Files.isDirectory(folder.resolve("issued")) ? Files.list(folder.resolve("issued")) : Stream.empty()) {
            if (issued.findAny().isPresent()) {
                throw new IllegalStateException(folder + ": certificates were issued here, and cert.pem is missing;"
                        + " put it and key.pem back from the backup");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    AuthorityName name() {
        return name;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Signs a certificate and keeps a copy. */
    X509Certificate issue(CertificateRequest request) {
        CertificateBuilder builder = new CertificateBuilder(
                subject(),
                certificate.getPublicKey(),
                key(),
                certificate.getNotAfter().toInstant());
        X509Certificate issued = builder.sign(request, clock.instant());
        DurableFile.write(
                folder.resolve("issued").resolve(issued.getSerialNumber().toString(16) + ".pem"), Pem.of(issued));
        return issued;
    }

    /** Everything this authority ever signed, oldest first. */
    List<X509Certificate> issued() {
        Path issued = folder.resolve("issued");
        if (!Files.isDirectory(issued)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(issued)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem")
                            && !file.getFileName().toString().startsWith("."))
                    .map(file -> Pem.certificate(DurableFile.read(file)))
                    .sorted(Comparator.comparing(X509Certificate::getNotBefore)
                            .thenComparing(X509Certificate::getSerialNumber))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + issued, e);
        }
    }

    List<Revocation> revocations() {
        Path file = folder.resolve("revoked.txt");
        return Files.exists(file)
                ? DurableFile.read(file).lines().map(Revocation::parse).toList()
                : List.of();
    }

    /** Revokes one of its certificates; again is no change. */
    void revoke(BigInteger serial) {
        if (issued().stream().noneMatch(issued -> issued.getSerialNumber().equals(serial))) {
            throw new IllegalArgumentException(name + " has issued no certificate " + serial.toString(16));
        }
        FolderLock.inTurn(folder, () -> {
            List<Revocation> revocations = new ArrayList<>(revocations());
            if (isIn(revocations, serial)) {
                return Optional.<X509CRL>empty();
            }
            revocations.add(new Revocation(serial, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            StringBuilder lines = new StringBuilder();
            revocations.forEach(revocation -> lines.append(revocation.line()));
            DurableFile.write(folder.resolve("revoked.txt"), lines.toString());
            return Optional.of(signCrl());
        });
    }

    private static boolean isIn(List<Revocation> revocations, BigInteger serial) {
        return revocations.stream().anyMatch(revocation -> revocation.serial().equals(serial));
    }

    /**
     * The current list; signed anew if none stands there, entries are missing, or half its life is over. Where the key is kept
     * elsewhere the list that stands here is current.
     */
    X509CRL crl() {
        Path file = folder.resolve("crl.pem");
        if (!Files.exists(file)) {
            return signCrlInTurn();
        }
        X509CRL crl = Pem.crl(DurableFile.read(file));
        if (!Files.exists(keyFile())) {
            return crl;
        }
        boolean complete =
                revocations().stream().allMatch(revocation -> crl.getRevokedCertificate(revocation.serial()) != null);
        Instant half = crl.getThisUpdate().toInstant().plus(CRL_VALIDITY.dividedBy(2));
        return complete && clock.instant().isBefore(half) ? crl : signCrlInTurn();
    }

    private X509CRL signCrlInTurn() {
        return FolderLock.inTurn(folder, this::signCrl);
    }

    /** The file of the current list. */
    Path crlFile() {
        crl();
        return folder.resolve("crl.pem");
    }

    private X509CRL signCrl() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(subject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(CRL_VALIDITY)));
        for (Revocation revocation : revocations()) {
            builder.addCRLEntry(revocation.serial(), Date.from(revocation.at()), CRLReason.unspecified);
        }
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            X509CRL crl = new JcaX509CRLConverter().getCRL(builder.build(P256.contentSigner(key())));
            DurableFile.write(folder.resolve("crl.pem"), Pem.of(crl));
            return Pem.crl(Pem.of(crl));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the revocation list just built cannot be read", e);
        }
    }

    private PrivateKey key() {
        if (!Files.exists(keyFile())) {
            throw new IllegalStateException(
                    "the key of " + certificate.getSubjectX500Principal().getName() + " is not here (" + keyFile()
                            + "); put it back while it signs");
        }
        return Pem.privateKey(DurableFile.read(keyFile()));
    }

    private Path keyFile() {
        return folder.resolve("key.pem");
    }

    private X500Name subject() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }
}
