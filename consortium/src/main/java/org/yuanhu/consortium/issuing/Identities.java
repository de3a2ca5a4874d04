package org.yuanhu.consortium.issuing;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * The identities a machine holds: of every organisation on the single-machine ledger, of its own organisation on a real
 * network. They lie below {@code <home>/organisations/<MSP id>/}, keys readable by their owner only.
 *
 * <p>Safe for use by several threads.
 */
public final class Identities implements Enrolment {
    private final Consortium consortium;
    private final Map<MspId, OrganisationKeys> organisations = new LinkedHashMap<>();

    private Identities(Path home, Consortium consortium, Collection<MspId> own, InstantSource clock) {
        this.consortium = consortium;
        for (MspId msp : own) {
            organisations.put(
                    consortium.organisation(msp).msp(),
                    new OrganisationKeys(msp, consortium.rolesOf(msp), folderOf(home, msp), clock));
        }
    }

    /**
     * Loads the keys of all organisations below {@code home}; what is not there yet is made.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static Identities create(Path home, Consortium consortium) {
        return create(home, consortium, consortium.members(), InstantSource.system());
    }

    /**
     * Loads, or makes, the keys of some organisations.
     *
     * @param own the organisations whose keys belong on this machine
     * @param clock what certificates are dated by
     * @throws IllegalArgumentException if an organisation is not in the consortium
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static Identities create(Path home, Consortium consortium, Collection<MspId> own, InstantSource clock) {
        return new Identities(home, consortium, own, clock);
    }

    /**
     * Loads the keys that are below {@code home} already.
     *
     * @throws IllegalArgumentException if there are none of this consortium
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static Identities open(Path home, Consortium consortium) {
        List<MspId> own = consortium.members().stream()
                .filter(msp -> Files.exists(folderOf(home, msp).resolve("root/cert.pem")))
                .toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException("home '" + home + "': no keys of an organisation of consortium "
                    + consortium.id() + " are here; make them with: network identity init");
        }
        return create(home, consortium, own, InstantSource.system());
    }

    /** The consortium these identities belong to. */
    @Override
    public Consortium consortium() {
        return consortium;
    }

    /** The organisations whose keys are here. */
    @Override
    public Set<MspId> organisations() {
        return Set.copyOf(organisations.keySet());
    }

    /**
     * Issues a person's certificate, by the authority of the role. The private key is in the answer and nowhere else; see
     * {@link #keep}.
     *
     * @throws IllegalArgumentException if the role is unknown, its organisation's keys are not here, or the attributes are
     *     not exactly those the role's scope needs, or the name is another person's in this organisation
     * @throws org.yuanhu.vocabulary.rule.RefusedException if the region or credit code is none
     */
    public synchronized UserIdentity issueUser(UserRequest request) {
        RoleBinding role = request.requireRole(consortium);
        return keys(role.msp()).issueUser(role, request, attributes(role, request));
    }

    @Override
    public UserIdentity enrol(UserRequest request) {
        return issueUser(request);
    }

    @Override
    public UserIdentity renew(UserIdentity current) {
        KeyPair keys = P256.newKeyPair();
        return new UserIdentity(
                current.msp(),
                current.name(),
                renew(current.certificate().getSerialNumber(), keys.getPublic()),
                keys.getPrivate());
    }

    @Override
    public void revoke(UserIdentity person) {
        revokePerson(person.certificate().getSerialNumber());
    }

    /** {@link #issueUser} for a key pair made elsewhere: the certificate, then those above it. */
    synchronized List<X509Certificate> certify(UserRequest request, PublicKey key) {
        RoleBinding role = request.requireRole(consortium);
        return keys(role.msp()).certify(role, request, attributes(role, request), key);
    }

    /** {@link #renew(UserIdentity)} for a key pair made elsewhere. */
    synchronized List<X509Certificate> renew(BigInteger serial, PublicKey key) {
        return organisations.values().stream()
                .flatMap(keys -> keys.renew(serial, key).stream())
                .findFirst()
                .orElseThrow(() -> notIssued(serial));
    }

    /** Revokes every certificate of one person, by the serial number of one. */
    synchronized void revokePerson(BigInteger serial) {
        if (organisations.values().stream().noneMatch(keys -> keys.revokePerson(serial))) {
            throw notIssued(serial);
        }
    }

    /**
     * Stores a person's certificate and key below the organisation's folder, to be found again by name.
     *
     * @throws IllegalArgumentException if a valid identity of this name is kept already
     */
    public synchronized void keep(UserIdentity user) {
        keys(user.msp()).keep(user);
    }

    /** An identity stored by {@link #keep}, also when it has expired or was revoked. */
    public synchronized Optional<UserIdentity> user(MspId msp, String name) {
        return keys(msp).user(name);
    }

    /**
     * The identity of a peer, orderer, administrator or service client, kept on disk: issued at the first call, and again
     * when it was revoked or ends within 60 days.
     *
     * @param ou what Fabric takes the holder for
     * @param name for example {@code peer0}
     */
    public synchronized UserIdentity node(MspId msp, NodeOu ou, String name) {
        return keys(msp).node(ou, UserRequest.requireName(name));
    }

    /**
     * Like {@link #node} for a network, whose channel names nodes by their certificates: never issued anew, as with another
     * key no orderer would find itself in the channel, for good.
     */
    public synchronized UserIdentity keptNode(MspId msp, NodeOu ou, String name) {
        return keys(msp).keptNode(ou, UserRequest.requireName(name));
    }

    /**
     * Like {@link #tls} for a network, whose channel names orderers by their certificates: never issued anew.
     *
     * @throws IllegalArgumentException if it is to answer to other hosts than its certificate says
     */
    public synchronized UserIdentity keptTls(MspId msp, String name, List<String> hosts) {
        return keys(msp).keptTls(UserRequest.requireName(name), hosts);
    }

    /**
     * The TLS identity of a server, kept on disk like {@link #node}.
     *
     * @param hosts DNS names and IPv4 or IPv6 addresses it answers to; issued anew when they change
     */
    public synchronized UserIdentity tls(MspId msp, String name, List<String> hosts) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("hosts: a TLS server answers to at least one name");
        }
        return keys(msp).tls(UserRequest.requireName(name), hosts);
    }

    /**
     * Revokes a certificate by its serial number. Revoking again changes nothing.
     *
     * @throws IllegalArgumentException if no authority here issued it
     */
    public synchronized void revoke(BigInteger serial) {
        for (OrganisationKeys keys : organisations.values()) {
            if (keys.revoke(serial)) {
                return;
            }
        }
        throw notIssued(serial);
    }

    /** Every certificate the authorities here have issued to people, nodes and TLS servers. */
    public synchronized List<IssuedCertificate> issued() {
        return organisations.values().stream()
                .flatMap(keys -> keys.issued().stream())
                .toList();
    }

    /** What others need to check this organisation's signatures, with its current revocation lists. */
    public synchronized MspDefinition msp(MspId msp) {
        return keys(msp).definition();
    }

    /** {@link #msp} of every organisation whose keys are here. */
    public synchronized List<MspDefinition> msps() {
        return organisations.values().stream().map(OrganisationKeys::definition).toList();
    }

    /** The current revocation lists of an organisation: its root's and each authority's. */
    public synchronized List<X509CRL> crls(MspId msp) {
        return keys(msp).definition().crls();
    }

    /** The PEM files {@link #crls} lie in, one list each; they are replaced whole when somebody revokes. */
    public synchronized List<Path> crlFiles(MspId msp) {
        return keys(msp).crlFiles();
    }

    /**
     * Signs with an organisation's trust key: how it agrees to a successor of a trust file.
     *
     * @return ECDSA P-256 over SHA-256 of the message, low-S, DER
     */
    public synchronized byte[] signAsTrustee(MspId msp, byte[] message) {
        return keys(msp).signAsTrustee(message);
    }

    /**
     * Writes what a Fabric client in any language connects with: {@code cert.pem} (the certificate alone, as clients send
     * the whole file as the identity), {@code chain.pem} (its authorities), {@code key.pem} (PKCS#8, mode 0600) and
     * {@code tls-ca.pem} (the authorities of the TLS servers of the organisations whose keys are here).
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public synchronized void export(UserIdentity identity, Path folder) {
        DurableFile.secretFolder(folder);
        DurableFile.writeSecret(folder.resolve("key.pem"), Pem.of(identity.key()));
        DurableFile.write(folder.resolve("cert.pem"), identity.certificatePem());
        DurableFile.write(
                folder.resolve("chain.pem"),
                Pem.of(identity.chain().subList(1, identity.chain().size())));
        DurableFile.write(folder.resolve("tls-ca.pem"), tlsAuthoritiesPem());
    }

    /** The roots, and the node authorities under them, of the TLS servers of the organisations whose keys are here. */
    public synchronized String tlsAuthoritiesPem() {
        StringBuilder pem = new StringBuilder();
        for (MspDefinition msp : msps()) {
            pem.append(Pem.of(List.of(msp.root(), msp.nodes())));
        }
        return pem.toString();
    }

    private OrganisationKeys keys(MspId msp) {
        OrganisationKeys keys = organisations.get(msp);
        if (keys == null) {
            throw new IllegalArgumentException(
                    "organisation '" + msp + "': its keys are not here; here are " + organisations.keySet());
        }
        return keys;
    }

    private static Path folderOf(Path home, MspId msp) {
        return home.resolve("organisations").resolve(msp.value());
    }

    private static Map<String, String> attributes(RoleBinding role, UserRequest request) {
        Map<String, String> attributes = new TreeMap<>(request.attributes());
        attributes.put(FabricAttributes.ROLE, role.role().value());
        attributes.put(FabricAttributes.PERSON, request.person());
        return attributes;
    }

    private static IllegalArgumentException notIssued(BigInteger serial) {
        return new IllegalArgumentException(
                "serial '" + serial.toString(16) + "': no authority here has issued this certificate");
    }
}
