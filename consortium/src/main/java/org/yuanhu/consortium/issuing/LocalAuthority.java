package org.yuanhu.consortium.issuing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * An authority that two processes of one host know each other by, and nobody else knows: self-signed, in no bundle and not
 * on the channel, so that no other certificate of the organisation opens that door.
 */
public final class LocalAuthority {
    private static final Period AUTHORITY_VALIDITY = Period.ofYears(10);
    private static final Period VALIDITY = Period.ofYears(2);

    private final MspId msp;
    private final Path folder;
    private final InstantSource clock;
    private final CertificateAuthority authority;

    /**
     * Loads the authority, or makes it.
     *
     * @param folder its own folder
     * @param name a word that says what for, for its subject
     */
    public LocalAuthority(Path folder, MspId msp, String name, InstantSource clock) {
        this.msp = msp;
        this.folder = DurableFile.secretFolder(folder);
        this.clock = clock;
        X500Name subject = subject(msp + " " + name);
        this.authority = CertificateAuthority.in(
                folder.resolve("ca"),
                new AuthorityName("ca-" + name),
                clock,
                keys -> new CertificateBuilder(subject, keys.getPublic(), keys.getPrivate(), java.time.Instant.MAX)
                        .sign(
                                CertificateRequest.authority(
                                        subject,
                                        keys.getPublic(),
                                        AUTHORITY_VALIDITY,
                                        CertificateRequest.Use.AUTHORITY),
                                clock.instant()));
    }

    /** What both sides check the other's certificate under. */
    public X509Certificate certificate() {
        return authority.certificate();
    }

    /** One side's identity, kept on disk; another when it is to answer to other hosts or ends soon, as both sides are here. */
    public UserIdentity tls(String name, List<String> hosts) {
        Path at = folder.resolve(name);
        Path hostsFile = at.resolve("hosts.txt");
        String wanted = String.join("\n", hosts) + "\n";
        Optional<UserIdentity> kept =
                Files.exists(hostsFile) && DurableFile.read(hostsFile).equals(wanted)
                        ? load(at, name).filter(tls -> !Renewal.isDue(tls.certificate(), clock.instant()))
                        : Optional.empty();
        return kept.orElseGet(() -> {
            KeyPair keys = P256.newKeyPair();
            X509Certificate issued = authority.issue(new CertificateRequest(
                    subject(name), keys.getPublic(), VALIDITY, CertificateRequest.Use.TLS, Map.of(), hosts));
            UserIdentity tls = new UserIdentity(msp, name, List.of(issued, authority.certificate()), keys.getPrivate());
            DurableFile.secretFolder(at);
            DurableFile.writeSecret(at.resolve("key.pem"), Pem.of(tls.key()));
            DurableFile.write(at.resolve("cert.pem"), Pem.of(tls.chain()));
            DurableFile.write(hostsFile, wanted);
            return tls;
        });
    }

    private Optional<UserIdentity> load(Path at, String name) {
        if (!Files.exists(at.resolve("cert.pem"))) {
            return Optional.empty();
        }
        return Optional.of(new UserIdentity(
                msp,
                name,
                Pem.certificates(DurableFile.read(at.resolve("cert.pem"))),
                Pem.privateKey(DurableFile.read(at.resolve("key.pem")))));
    }

    private X500Name subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, msp.value())
                .addRDN(BCStyle.CN, name)
                .build();
    }
}
