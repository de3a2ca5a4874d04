package org.yuanhu.embeddedledger.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;

/**
 * One organisation of the channel: whose certificates it vouches for, and the key its peer would endorse with. On a
 * single machine the process holds every organisation's endorsing key; that is why its answers are marked
 * {@code single-machine}.
 *
 * @param mspId the organisation's MSP id, such as {@code CooperativeMSP}
 * @param roots its root certificates, at least one
 * @param intermediates certificates of CAs under its roots; users may be issued by any of them or by a root
 * @param revocations where the revocation lists of its CAs are found
 * @param endorser certificate its endorsements are made under
 * @param endorserKey the private key to it, on P-256
 */
public record Member(
        String mspId,
        List<X509Certificate> roots,
        List<X509Certificate> intermediates,
        RevocationLists revocations,
        X509Certificate endorser,
        PrivateKey endorserKey) {

    /** Copies the lists. */
    public Member {
        if (mspId.isBlank()) {
            throw new IllegalArgumentException("an organisation needs an MSP id");
        }
        if (roots.isEmpty()) {
            throw new IllegalArgumentException(mspId + " needs at least one root certificate");
        }
        roots = List.copyOf(roots);
        intermediates = List.copyOf(intermediates);
    }

    /** An organisation with no revoked certificate yet. */
    public Member(
            String mspId,
            Collection<X509Certificate> roots,
            Collection<X509Certificate> intermediates,
            X509Certificate endorser,
            PrivateKey endorserKey) {
        this(
                mspId,
                List.copyOf(roots),
                List.copyOf(intermediates),
                RevocationLists.of(List.of()),
                endorser,
                endorserKey);
    }

    /**
     * An organisation whose keys are on this machine, whose revocation lists are read where they lie, so that a
     * revocation by another process holds from the next request; {@code peer0} endorses for it.
     *
     * @throws UncheckedIOException if a list cannot be read
     */
    public static Member of(Identities identities, MspId msp) {
        MspDefinition definition = identities.msp(msp);
        UserIdentity endorser = identities.node(msp, NodeOu.PEER, "peer0");
        return new Member(
                msp.value(),
                List.of(definition.root()),
                definition.intermediates(),
                crlFiles(identities, msp),
                endorser.certificate(),
                endorser.key());
    }

    private static RevocationLists crlFiles(Identities identities, MspId msp) {
        try {
            return new CrlFiles(identities.crlFiles(msp));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the revocation lists of " + msp, e);
        }
    }

    /**
     * Reads an organisation from PEM text.
     *
     * @param mspId its MSP id
     * @param rootsPem one or more root certificates
     * @param intermediatesPem any number of intermediate certificates, or an empty text
     * @param endorserPem the endorser's certificate
     * @param endorserKeyPem its private key, PKCS #8 ({@code BEGIN PRIVATE KEY})
     * @throws IOException if a text is not what it should be
     */
    public static Member ofPem(
            String mspId, String rootsPem, String intermediatesPem, String endorserPem, String endorserKeyPem)
            throws IOException {
        List<X509Certificate> endorser = certificates(endorserPem);
        if (endorser.isEmpty()) {
            throw new IOException("no certificate in the endorser's PEM of " + mspId);
        }
        return new Member(
                mspId,
                certificates(rootsPem),
                certificates(intermediatesPem),
                endorser.get(0),
                privateKey(endorserKeyPem));
    }

    private static List<X509Certificate> certificates(String pem) throws IOException {
        if (pem.isBlank()) {
            return List.of();
        }
        try {
            byte[] text = pem.getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IOException("not a PEM certificate", e);
        }
    }

    private static PrivateKey privateKey(String pem) throws IOException {
        String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not a PKCS #8 private key in PEM", e);
        }
    }
}
