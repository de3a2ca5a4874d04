package org.yuanhu.consortium.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/** What the JDK's own PKIX validator, which shares no code with the issuer, says of the certificates. */
class CertificatePathTest {
    private static final MspId GOVERNMENT = new MspId("GovernmentMSP");
    private static final MspId COOPERATIVES = new MspId("CooperativeMSP");
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @TempDir
    Path home;

    private Identities identities;
    private UserIdentity officer;

    @BeforeEach
    void issue() {
        identities =
                Identities.create(home, Consortium.demo(), Consortium.demo().members(), InstantSource.fixed(NOW));
        officer =
                identities.issueUser(UserRequest.of("county-officer", "officer-1", Map.of("yuanhu.region", "520123")));
    }

    @Test
    void everyKindOfCertificateVerifiesUnderItsOrganisationsRoot() throws Exception {
        validate(GOVERNMENT, officer.chain(), NOW);
        validate(GOVERNMENT, identities.node(GOVERNMENT, NodeOu.PEER, "peer0").chain(), NOW);
        validate(
                GOVERNMENT,
                identities.node(GOVERNMENT, NodeOu.ORDERER, "orderer0").chain(),
                NOW);
        validate(
                GOVERNMENT,
                identities
                        .tls(GOVERNMENT, "peer0", List.of("localhost", "127.0.0.1", "::1"))
                        .chain(),
                NOW);
    }

    @Test
    void anotherOrganisationsRootDoesNotVouchForIt() {
        assertThatThrownBy(() -> validate(COOPERATIVES, officer.chain(), NOW))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void anExpiredCertificateIsRefused() {
        Instant dayAfter = NOW.plus(Duration.ofDays(366));
        identities =
                Identities.create(home, Consortium.demo(), Consortium.demo().members(), InstantSource.fixed(dayAfter));

        assertThatThrownBy(() -> validate(GOVERNMENT, officer.chain(), dayAfter))
                .isInstanceOfSatisfying(
                        CertPathValidatorException.class,
                        refused -> assertThat(refused.getReason())
                                .isEqualTo(CertPathValidatorException.BasicReason.EXPIRED));
    }

    @Test
    void aRevokedCertificateIsRefusedAndItsNeighbourIsNot() throws Exception {
        UserIdentity neighbour =
                identities.issueUser(UserRequest.of("county-officer", "officer-2", Map.of("yuanhu.region", "520123")));

        identities.revoke(officer.certificate().getSerialNumber());

        Instant after = NOW.plusSeconds(1);
        validate(GOVERNMENT, neighbour.chain(), after);
        assertThatThrownBy(() -> validate(GOVERNMENT, officer.chain(), after))
                .isInstanceOfSatisfying(
                        CertPathValidatorException.class,
                        refused -> assertThat(refused.getReason())
                                .isEqualTo(CertPathValidatorException.BasicReason.REVOKED));
    }

    @Test
    void aRolesAuthorityCannotMakeAnAuthorityOfItsOwn() {
        KeyPair rogueKeys = P256.newKeyPair();
        KeyPair victimKeys = P256.newKeyPair();
        X500Name rogueName = new X500Name("O=GovernmentMSP,CN=rogue");
        X509Certificate authority = identities.msp(GOVERNMENT).authority(new AuthorityName("ca-county-officer"));
        CertificateBuilder underAuthority = new CertificateBuilder(
                X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
                authority.getPublicKey(),
                Pem.privateKey(DurableFile.read(home.resolve("organisations/GovernmentMSP/ca-county-officer/key.pem"))),
                Instant.MAX);
        X509Certificate rogue = underAuthority.sign(
                CertificateRequest.authority(
                        rogueName, rogueKeys.getPublic(), Period.ofDays(9), CertificateRequest.Use.AUTHORITY),
                NOW);
        X509Certificate victim = new CertificateBuilder(
                        rogueName, rogueKeys.getPublic(), rogueKeys.getPrivate(), Instant.MAX)
                .sign(
                        new CertificateRequest(
                                new X500Name("O=GovernmentMSP,OU=client,CN=x"),
                                victimKeys.getPublic(),
                                Period.ofDays(9),
                                CertificateRequest.Use.SIGNING,
                                Map.of("yuanhu.role", "county-officer"),
                                List.of()),
                        NOW);

        assertThatThrownBy(() -> validate(
                        GOVERNMENT,
                        List.of(victim, rogue, authority, officer.chain().get(2)),
                        NOW,
                        false))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("pathLenConstraint violated");
    }

    @Test
    void aPersonsCertificateCannotSignAnother() {
        KeyPair keys = P256.newKeyPair();
        X509Certificate forged = new CertificateBuilder(
                        X500Name.getInstance(
                                officer.certificate().getSubjectX500Principal().getEncoded()),
                        officer.certificate().getPublicKey(),
                        officer.key(),
                        Instant.MAX)
                .sign(
                        CertificateRequest.authority(
                                new X500Name("CN=x"),
                                keys.getPublic(),
                                Period.ofDays(9),
                                CertificateRequest.Use.AUTHORITY),
                        NOW);

        assertThatThrownBy(() -> validate(
                        GOVERNMENT,
                        List.of(
                                forged,
                                officer.chain().get(0),
                                officer.chain().get(1),
                                officer.chain().get(2)),
                        NOW,
                        false))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void peopleAreValidForAYearNodesForTwoAuthoritiesForTen() {
        X509Certificate node = identities.node(GOVERNMENT, NodeOu.PEER, "peer0").certificate();

        assertThat(years(officer.certificate())).isEqualTo(1);
        assertThat(years(node)).isEqualTo(2);
        assertThat(years(officer.chain().get(1))).isEqualTo(10);
        assertThat(years(officer.chain().get(2))).isEqualTo(10);
    }

    @Test
    void noCertificateOutlivesItsAuthority() {
        Instant late = NOW.atOffset(ZoneOffset.UTC).plusYears(10).minusDays(100).toInstant();
        Identities later =
                Identities.create(home, Consortium.demo(), Consortium.demo().members(), InstantSource.fixed(late));

        UserIdentity user =
                later.issueUser(UserRequest.of("county-officer", "officer-9", Map.of("yuanhu.region", "520123")));

        assertThat(user.certificate().getNotAfter())
                .isEqualTo(user.chain().get(1).getNotAfter());
    }

    @Test
    void serialNumbersAre128BitsAndSignaturesHaveTheLowS() {
        for (int i = 0; i < 32; i++) {
            X509Certificate certificate = identities
                    .issueUser(UserRequest.of("inspector", "inspector-" + i, Map.of()))
                    .certificate();

            ASN1Sequence signature = ASN1Sequence.getInstance(certificate.getSignature());
            BigInteger s = ASN1Integer.getInstance(signature.getObjectAt(1)).getValue();
            assertThat(s).isLessThanOrEqualTo(P256_ORDER.shiftRight(1));
            assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(128);
            assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        }
    }

    private static int years(X509Certificate certificate) {
        return Period.between(
                        NOW.atOffset(ZoneOffset.UTC).toLocalDate(),
                        certificate
                                .getNotAfter()
                                .toInstant()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate())
                .getYears();
    }

    private void validate(MspId root, List<X509Certificate> chain, Instant at) throws GeneralSecurityException {
        validate(root, chain, at, true);
    }

    private void validate(MspId root, List<X509Certificate> chain, Instant at, boolean revocation)
            throws GeneralSecurityException {
        MspDefinition msp = identities.msp(root);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(msp.root(), null)));
        parameters.setRevocationEnabled(revocation);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(msp.crls())));
        parameters.setDate(Date.from(at));
        List<X509Certificate> belowRoot = chain.subList(0, chain.size() - 1);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(belowRoot), parameters);
    }
}
