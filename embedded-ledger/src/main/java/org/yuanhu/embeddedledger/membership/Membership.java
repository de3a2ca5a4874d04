package org.yuanhu.embeddedledger.membership;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.embeddedledger.channel.Member;
import org.yuanhu.embeddedledger.membership.AccessDeniedException.Reason;

/** Who may speak on the channel: the organisations and their certificates, checked as a Fabric MSP checks them. */
public final class Membership {
    private static final int CACHED_CALLERS = 10_000;

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<ByteString, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    /** Admits the certificates of these organisations, judged by this clock. */
    public Membership(Collection<Member> members, Clock clock) {
        members.forEach(member -> organisations.put(member.mspId(), new Organisation(member)));
        this.clock = clock;
    }

    /** MSP ids in the order they were given. */
    public Set<String> mspIds() {
        return organisations.keySet();
    }

    /**
     * Puts an organisation's new revocation lists in place of the old ones.
     *
     * @throws IllegalArgumentException if there is no such organisation, or a list is signed by none of its CAs
     */
    public void replaceCrls(String mspId, Collection<X509CRL> lists) {
        Organisation organisation = organisations.get(mspId);
        if (organisation == null) {
            throw new IllegalArgumentException("no organisation has MSP id " + mspId);
        }
        organisation.replaceCrls(lists);
    }

    /**
     * The caller behind a serialized identity.
     *
     * @throws AccessDeniedException if the certificate is unknown, not valid at this moment, or revoked
     */
    public Caller caller(ByteString serialized) throws AccessDeniedException {
        Known entry = known.get(serialized);
        if (entry == null) {
            entry = read(serialized);
            if (known.size() >= CACHED_CALLERS) {
                known.clear();
            }
            known.put(serialized, entry);
        }
        check(entry);
        return entry.caller;
    }

    /** The caller, and that the caller signed a message. */
    public Caller signer(ByteString serialized, ByteString message, ByteString signature) throws AccessDeniedException {
        Caller caller = caller(serialized);
        if (!caller.signed(message, signature)) {
            throw new AccessDeniedException(Reason.BAD_SIGNATURE, caller.mspId());
        }
        return caller;
    }

    /** What changes with time: validity and revocation, of the certificate and of every CA above it. */
    private void check(Known entry) throws AccessDeniedException {
        Instant now = clock.instant();
        String mspId = entry.caller.mspId();
        for (X509Certificate certificate : entry.chain) {
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                throw new AccessDeniedException(Reason.EXPIRED, mspId);
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                throw new AccessDeniedException(Reason.NOT_YET_VALID, mspId);
            }
            if (entry.organisation.revoked(certificate)) {
                throw new AccessDeniedException(Reason.REVOKED, mspId);
            }
        }
    }

    private Known read(ByteString serialized) throws AccessDeniedException {
        SerializedIdentity identity = parse(serialized);
        String mspId = identity.getMspid();
        Organisation organisation = organisations.get(mspId);
        if (organisation == null) {
            throw new AccessDeniedException(Reason.UNKNOWN_ORGANISATION, mspId);
        }
        X509Certificate certificate = certificate(identity);
        List<X509Certificate> chain = organisation.chain(certificate);
        if (chain.isEmpty()) {
            throw new AccessDeniedException(Reason.UNKNOWN_CERTIFICATE, mspId);
        }
        try {
            Caller caller = new Caller(mspId, serialized, certificate, P256.publicKey(certificate.getPublicKey()));
            return new Known(caller, organisation, chain);
        } catch (InvalidKeyException e) {
            throw new AccessDeniedException(Reason.MALFORMED, mspId);
        }
    }

    private static SerializedIdentity parse(ByteString serialized) throws AccessDeniedException {
        try {
            return SerializedIdentity.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new AccessDeniedException(Reason.MALFORMED, "");
        }
    }

    private static X509Certificate certificate(SerializedIdentity identity) throws AccessDeniedException {
        try {
            byte[] pem = identity.getIdBytes().toByteArray();
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new AccessDeniedException(Reason.MALFORMED, identity.getMspid());
        }
    }

    private record Known(Caller caller, Organisation organisation, List<X509Certificate> chain) {}
}
