package org.yuanhu.consortium.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.KeyPairFiles;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/** All keys of one organisation, in one folder that stands for its own host. */
final class OrganisationKeys {
    private static final Period AUTHORITY_VALIDITY = Period.ofYears(10);
    private static final Period NODE_VALIDITY = Period.ofYears(2);

    private final MspId msp;
    private final Path folder;
    private final InstantSource clock;
    private final CertificateAuthority root;
    private final Map<AuthorityName, CertificateAuthority> issuing = new TreeMap<>();
    private final PublicKey trustKey;

    /** Loads the organisation's authorities; those not there yet are made. */
    OrganisationKeys(MspId msp, List<RoleBinding> roles, Path folder, InstantSource clock) {
        this.msp = msp;
        this.folder = DurableFile.secretFolder(folder);
        this.clock = clock;
        this.root = CertificateAuthority.in(folder.resolve("root"), AuthorityName.ROOT, clock, this::selfSigned);
        addAuthority(AuthorityName.NODES);
        roles.forEach(role -> addAuthority(role.authority()));
        DurableFile.secretFolder(folder.resolve("trust"));
        this.trustKey = KeyPairFiles.in(folder.resolve("trust"), this::trusting);
    }

    /** The others' trust files name the key from the organisation's first certificate on. */
    private Optional<String> trusting() {
        return issuing.values().stream()
                .filter(authority -> !authority.issued().isEmpty())
                .map(authority -> "the trust of who knows the certificates of " + authority.name() + " of " + msp)
                .findFirst();
    }

    UserIdentity issueUser(RoleBinding role, UserRequest request, Map<String, String> attributes) {
        KeyPair keys = P256.newKeyPair();
        return new UserIdentity(
                msp, request.name(), certify(role, request, attributes, keys.getPublic()), keys.getPrivate());
    }

    /** Certifies a person's key: the certificate, then those above it. */
    List<X509Certificate> certify(
            RoleBinding role, UserRequest request, Map<String, String> attributes, PublicKey key) {
        requireOnePerson(request);
        return chain(
                role.authority(),
                new CertificateRequest(
                        subject(request.name(), Optional.of(NodeOu.CLIENT)),
                        key,
                        request.validity(),
                        CertificateRequest.Use.SIGNING,
                        attributes,
                        List.of()));
    }

    /** A name that any authority of the organisation certified once stays that person's. */
    private void requireOnePerson(UserRequest request) {
        X500Principal subject = principal(subject(request.name(), Optional.of(NodeOu.CLIENT)));
        for (CertificateAuthority authority : issuing.values()) {
            for (X509Certificate issued : authority.issued()) {
                if (issued.getSubjectX500Principal().equals(subject)) {
                    requireSamePerson(request, personOf(issued, request.name()));
                }
            }
        }
    }

    private void requireSamePerson(UserRequest request, String person) {
        if (!person.equals(request.person())) {
            throw new IllegalArgumentException("name '" + request.name() + "': " + msp + " certified it as the person '"
                    + person + "' before; another person has another name");
        }
    }

    /** Who holds a certificate: for one that does not say so, as none did once, the person has its name. */
    private static String personOf(X509Certificate certificate, String name) {
        return FabricAttributes.of(certificate).getOrDefault(FabricAttributes.PERSON, name);
    }

    private static X500Principal principal(X500Name name) {
        try {
            return new X500Principal(name.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("A name without an encoding", e);
        }
    }

    /** Certifies another key of the same person, and says who that is; empty if none of this organisation's authorities issued the certificate. */
    Optional<List<X509Certificate>> renew(BigInteger serial, PublicKey key) {
        for (CertificateAuthority authority : issuing.values()) {
            for (X509Certificate issued : authority.issued()) {
                if (issued.getSerialNumber().equals(serial)) {
                    return Optional.of(renewed(authority, issued, key));
                }
            }
        }
        return Optional.empty();
    }

    private List<X509Certificate> renewed(CertificateAuthority authority, X509Certificate earlier, PublicKey key) {
        if (authority.name().equals(AuthorityName.NODES)) {
            throw new IllegalArgumentException("the channel names nodes by their certificates: they are not renewed");
        }
        if (isRevoked(earlier.getSerialNumber())) {
            throw new IllegalArgumentException("the certificate was revoked: its holder is not certified again");
        }
        return chain(
                authority.name(),
                new CertificateRequest(
                        subjectOf(earlier),
                        key,
                        validityOf(earlier),
                        CertificateRequest.Use.SIGNING,
                        attributesAgain(earlier),
                        List.of()));
    }

    private static Map<String, String> attributesAgain(X509Certificate earlier) {
        Map<String, String> attributes = new TreeMap<>(FabricAttributes.of(earlier));
        String name = X500Name.getInstance(earlier.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN)[0]
                .getFirst()
                .getValue()
                .toString();
        attributes.put(FabricAttributes.PERSON, personOf(earlier, name));
        return attributes;
    }

    /** In whole days, of which a certificate begins a few minutes early. */
    private static Period validityOf(X509Certificate certificate) {
        long hours = ChronoUnit.HOURS.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        return Period.ofDays((int) Math.max(1, hours / 24));
    }

    /** The node's identity from its folder; issued only if there never was one. */
    UserIdentity keptNode(NodeOu ou, String name) {
        Path at = nodeFolder(ou, name);
        return load(at, name)
                .orElseGet(() -> first(
                        at,
                        name,
                        key -> new CertificateRequest(
                                subject(name, Optional.of(ou)),
                                key,
                                NODE_VALIDITY,
                                CertificateRequest.Use.SIGNING,
                                Map.of(),
                                List.of())));
    }

    /** The TLS identity from its folder; issued only if there never was one. */
    UserIdentity keptTls(String name, List<String> hosts) {
        Path at = folder.resolve("nodes").resolve("tls-" + name);
        Path hostsFile = at.resolve("hosts.txt");
        if (!Files.exists(hostsFile)) {
            DurableFile.secretFolder(at);
            DurableFile.write(hostsFile, lines(hosts));
        }
        if (!DurableFile.read(hostsFile).equals(lines(hosts))) {
            throw new IllegalArgumentException("hosts " + hosts + ": " + name + " of " + msp + " has a certificate for "
                    + DurableFile.read(hostsFile).lines().toList()
                    + ", by which the channel may name it; there is no command yet that changes both");
        }
        return load(at, name).orElseGet(() -> first(at, name, key -> tlsRequest(name, key, hosts)));
    }

    /**
     * A node's first identity. The key is kept before it is certified, so that an interrupted start goes on with it, and the certificate
     * is looked for among those issued, so that a lost file is made again as it was: the channel may name it.
     *
     * @throws IllegalStateException one was certified, and its key is not here
     */
    private UserIdentity first(Path at, String name, Function<PublicKey, CertificateRequest> request) {
        CertificateAuthority nodes = authority(AuthorityName.NODES);
        List<X509Certificate> issued = nodes.issued();
        Path file = at.resolve("key.pem");
        if (!Files.exists(file)) {
            KeyPair made = P256.newKeyPair();
            X500Name subject = request.apply(made.getPublic()).subject();
            if (issued.stream().anyMatch(each -> subject.equals(subjectOf(each)))) {
                throw new IllegalStateException(file + ": is missing, and the channel may name the certificate of "
                        + name + " of " + msp + "; put it and cert.pem back from the backup");
            }
            DurableFile.secretFolder(at);
            DurableFile.writeSecret(file, Pem.of(made.getPrivate()));
        }
        PrivateKey key = Pem.privateKey(DurableFile.read(file));
        PublicKey certified = P256.publicKeyOf(key);
        X509Certificate certificate = issued.stream()
                .filter(each -> Arrays.equals(each.getPublicKey().getEncoded(), certified.getEncoded()))
                .findFirst()
                .orElseGet(() -> nodes.issue(request.apply(certified)));
        List<X509Certificate> chain = List.of(certificate, nodes.certificate(), root.certificate());
        DurableFile.write(at.resolve("cert.pem"), Pem.of(chain));
        return new UserIdentity(msp, name, chain, key);
    }

    private static X500Name subjectOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private CertificateRequest tlsRequest(String name, PublicKey key, List<String> hosts) {
        return new CertificateRequest(
                subject(name, Optional.empty()), key, NODE_VALIDITY, CertificateRequest.Use.TLS, Map.of(), hosts);
    }

    /** The node's identity from its folder; issued first if there is none, or it ends soon, or it was revoked. */
    UserIdentity node(NodeOu ou, String name) {
        Path at = nodeFolder(ou, name);
        return current(at, name)
                .orElseGet(() -> store(at, issueSigning(AuthorityName.NODES, name, ou, NODE_VALIDITY, Map.of())));
    }

    /** Like {@link #node}, for a TLS endpoint; also issued anew when it is to answer to other host names. */
    UserIdentity tls(String name, List<String> hosts) {
        Path at = folder.resolve("nodes").resolve("tls-" + name);
        Path hostsFile = at.resolve("hosts.txt");
        String wanted = lines(hosts);
        Optional<UserIdentity> current =
                Files.exists(hostsFile) && DurableFile.read(hostsFile).equals(wanted)
                        ? current(at, name)
                        : Optional.empty();
        return current.orElseGet(() -> {
            KeyPair keys = P256.newKeyPair();
            UserIdentity issued = identity(AuthorityName.NODES, name, keys, tlsRequest(name, keys.getPublic(), hosts));
            store(at, issued);
            DurableFile.write(hostsFile, wanted);
            return issued;
        });
    }

    void keep(UserIdentity user) {
        Path at = userFolder(user.name());
        if (current(at, user.name()).isPresent()) {
            throw new IllegalArgumentException("name '" + user.name() + "': " + msp
                    + " keeps a valid identity of this name already; revoke it first, or choose another name");
        }
        store(at, user);
    }

    Optional<UserIdentity> user(String name) {
        return load(userFolder(name), name);
    }

    /** Revokes in whichever authority issued it; false if none of this organisation did. */
    boolean revoke(BigInteger serial) {
        for (CertificateAuthority authority : issuing.values()) {
            if (authority.issued().stream()
                    .anyMatch(issued -> issued.getSerialNumber().equals(serial))) {
                authority.revoke(serial);
                return true;
            }
        }
        return false;
    }

    /** Revokes every certificate of the person whose certificate this is; false if none of this organisation's authorities issued it. */
    boolean revokePerson(BigInteger serial) {
        for (CertificateAuthority authority : issuing.values()) {
            List<X509Certificate> issued = authority.issued();
            Optional<X509Certificate> one = issued.stream()
                    .filter(each -> each.getSerialNumber().equals(serial))
                    .findFirst();
            if (one.isPresent()) {
                issued.stream()
                        .filter(each ->
                                each.getSubjectX500Principal().equals(one.get().getSubjectX500Principal()))
                        .filter(each ->
                                each.getNotAfter().toInstant().isAfter(clock.instant()) || each.equals(one.get()))
                        .forEach(each -> authority.revoke(each.getSerialNumber()));
                return true;
            }
        }
        return false;
    }

    List<IssuedCertificate> issued() {
        List<IssuedCertificate> all = new ArrayList<>();
        for (CertificateAuthority authority : issuing.values()) {
            List<Revocation> revocations = authority.revocations();
            for (X509Certificate certificate : authority.issued()) {
                Optional<Instant> revokedAt = revocations.stream()
                        .filter(revocation -> revocation.serial().equals(certificate.getSerialNumber()))
                        .map(Revocation::at)
                        .findFirst();
                all.add(new IssuedCertificate(msp, authority.name(), certificate, revokedAt));
            }
        }
        return List.copyOf(all);
    }

    MspDefinition definition() {
        List<X509CRL> crls = new ArrayList<>();
        SortedMap<AuthorityName, X509Certificate> authorities = new TreeMap<>();
        crls.add(root.crl());
        issuing.forEach((name, authority) -> {
            crls.add(authority.crl());
            authorities.put(name, authority.certificate());
        });
        return new MspDefinition(msp, root.certificate(), authorities, crls, trustKey);
    }

    /** Where the current lists lie, the root's first; they are made if they are not there. */
    List<Path> crlFiles() {
        List<Path> files = new ArrayList<>();
        files.add(root.crlFile());
        issuing.values().forEach(authority -> files.add(authority.crlFile()));
        return List.copyOf(files);
    }

    /** Signs with the organisation's trust key. */
    byte[] signAsTrustee(byte[] message) {
        return P256.sign(Pem.privateKey(DurableFile.read(folder.resolve("trust/key.pem"))), message);
    }

    private UserIdentity issueSigning(
            AuthorityName authority, String name, NodeOu ou, Period validity, Map<String, String> attributes) {
        KeyPair keys = P256.newKeyPair();
        return identity(
                authority,
                name,
                keys,
                new CertificateRequest(
                        subject(name, Optional.of(ou)),
                        keys.getPublic(),
                        validity,
                        CertificateRequest.Use.SIGNING,
                        attributes,
                        List.of()));
    }

    private UserIdentity identity(AuthorityName name, String holder, KeyPair keys, CertificateRequest request) {
        return new UserIdentity(msp, holder, chain(name, request), keys.getPrivate());
    }

    private List<X509Certificate> chain(AuthorityName name, CertificateRequest request) {
        CertificateAuthority authority = authority(name);
        return List.of(authority.issue(request), authority.certificate(), root.certificate());
    }

    private Path nodeFolder(NodeOu ou, String name) {
        return folder.resolve("nodes").resolve(ou.text() + "-" + name);
    }

    private static String lines(List<String> hosts) {
        return String.join("\n", hosts) + "\n";
    }

    private Optional<UserIdentity> current(Path at, String name) {
        Instant soon = clock.instant().plus(Renewal.AHEAD);
        return load(at, name).filter(identity -> {
            X509Certificate certificate = identity.certificate();
            boolean lasting = certificate.getNotAfter().toInstant().isAfter(soon);
            return lasting && !isRevoked(certificate.getSerialNumber());
        });
    }

    private boolean isRevoked(BigInteger serial) {
        return issuing.values().stream()
                .flatMap(authority -> authority.revocations().stream())
                .anyMatch(revocation -> revocation.serial().equals(serial));
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

    private UserIdentity store(Path at, UserIdentity identity) {
        DurableFile.secretFolder(at);
        DurableFile.writeSecret(at.resolve("key.pem"), Pem.of(identity.key()));
        DurableFile.write(at.resolve("cert.pem"), Pem.of(identity.chain()));
        return identity;
    }

    private Path userFolder(String name) {
        return folder.resolve("users").resolve(UserRequest.requireName(name));
    }

    private CertificateAuthority authority(AuthorityName name) {
        CertificateAuthority authority = issuing.get(name);
        if (authority == null) {
            throw new IllegalArgumentException(msp + " has no authority " + name);
        }
        return authority;
    }

    private void addAuthority(AuthorityName name) {
        issuing.put(
                name,
                CertificateAuthority.in(
                        folder.resolve(name.value()),
                        name,
                        clock,
                        keys -> root.issue(CertificateRequest.authority(
                                subject(msp + " " + name, Optional.empty()),
                                keys.getPublic(),
                                AUTHORITY_VALIDITY,
                                CertificateRequest.Use.AUTHORITY))));
    }

    private X509Certificate selfSigned(KeyPair keys) {
        X500Name subject = subject(msp + " root", Optional.empty());
        return new CertificateBuilder(subject, keys.getPublic(), keys.getPrivate(), Instant.MAX)
                .sign(
                        CertificateRequest.authority(
                                subject, keys.getPublic(), AUTHORITY_VALIDITY, CertificateRequest.Use.ROOT),
                        clock.instant());
    }

    private X500Name subject(String name, Optional<NodeOu> ou) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, msp.value());
        ou.ifPresent(unit -> subject.addRDN(BCStyle.OU, unit.text()));
        return subject.addRDN(BCStyle.CN, name).build();
    }
}
