package org.yuanhu.qrtools.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuanhu.qrtools.verify.SignedAnswers.ANSWER;
import static org.yuanhu.qrtools.verify.SignedAnswers.AUDITOR;
import static org.yuanhu.qrtools.verify.SignedAnswers.COOPERATIVE;
import static org.yuanhu.qrtools.verify.SignedAnswers.GOVERNMENT;
import static org.yuanhu.qrtools.verify.SignedAnswers.NOW;
import static org.yuanhu.qrtools.verify.SignedAnswers.PLATFORM;
import static org.yuanhu.qrtools.verify.SignedAnswers.QUESTION;
import static org.yuanhu.qrtools.verify.SignedAnswers.endorsement;
import static org.yuanhu.qrtools.verify.SignedAnswers.identity;
import static org.yuanhu.qrtools.verify.SignedAnswers.payload;
import static org.yuanhu.qrtools.verify.SignedAnswers.withHighS;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.qrtools.verify.SignedAnswers.Wanted;

/** Who may sign an answer, and how: each line of the table is one way not to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestationVerifierTest {
    private static final ByteString PAYLOAD = payload(ANSWER);
    private static final String NODES = "ca-nodes";

    private SignedAnswers peers;
    private UserIdentity government;
    private UserIdentity cooperative;
    private UserIdentity platform;
    private UserIdentity auditor;

    @BeforeAll
    void issue(@TempDir Path home) {
        peers = new SignedAnswers(home);
        government = peers.peer(GOVERNMENT);
        cooperative = peers.peer(COOPERATIVE);
        platform = peers.peer(PLATFORM);
        auditor = peers.peer(AUDITOR);
    }

    /** Evidence, and the check that must refuse it. */
    record Case(String name, Reason expected, Evidence evidence, Instant at) {
        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Case> refused() {
        return Stream.of(answers(), signers(), certificates(), signatures()).flatMap(List::stream);
    }

    private List<Case> answers() {
        ByteString failed = payload(
                ANSWER,
                action -> action.setResponse(action.getResponse().toBuilder().setStatus(500)));
        ByteString other = payload(
                ANSWER,
                action -> action.setChaincodeId(
                        action.getChaincodeId().toBuilder().setName("rumour")));
        ByteString noise = ByteString.copyFromUtf8("\u0007not a payload");
        String elsewhere = ANSWER.replace("\"channel\":\"yuanhu\"", "\"channel\":\"other\"");
        String otherRun = ANSWER.replace("10000301", "10000302");
        String neighbour = ANSWER.replace("\"index\":41", "\"index\":42");
        String yesterday = ANSWER.replace("eeff", "eef0");
        return List.of(
                of("no payload of a peer", Reason.ANSWER_UNREADABLE, allSign(ANSWER, noise)),
                of("another chaincode", Reason.OTHER_CHAINCODE, allSign(ANSWER, other)),
                of("a failure", Reason.NOT_SUCCESSFUL, allSign(ANSWER, failed)),
                of("another message", Reason.ANSWER_NOT_SIGNED, allSign(ANSWER.replace("核桃", "珍珠"), PAYLOAD)),
                of("another channel", Reason.OTHER_QUESTION, allSign(elsewhere, payload(elsewhere))),
                of("another run", Reason.OTHER_QUESTION, allSign(otherRun, payload(otherRun))),
                of("another label", Reason.OTHER_QUESTION, allSign(neighbour, payload(neighbour))),
                of("an old nonce", Reason.OTHER_QUESTION, allSign(yesterday, payload(yesterday))),
                of("no JSON", Reason.OTHER_QUESTION, allSign("yes", payload("yes"))));
    }

    private List<Case> signers() {
        Endorsement stranger =
                endorsement(identity(new MspId("StrangerMSP"), platform.certificatePem()), platform.key(), PAYLOAD);
        Endorsement nobody = Endorsement.newBuilder()
                .setEndorser(ByteString.copyFromUtf8("\u0007nobody"))
                .build();
        Endorsement twoCertificates = endorsement(
                identity(PLATFORM, platform.certificatePem() + auditor.certificatePem()), platform.key(), PAYLOAD);
        return List.of(
                third("nobody's identity", Reason.ENDORSER_UNREADABLE, nobody),
                third(
                        "no certificate",
                        Reason.ENDORSER_UNREADABLE,
                        endorsement(identity(PLATFORM, ""), platform.key(), PAYLOAD)),
                third("two certificates", Reason.ENDORSER_UNREADABLE, twoCertificates),
                third("a stranger", Reason.UNKNOWN_ORGANISATION, stranger),
                third("an organisation twice", Reason.SAME_ORGANISATION, endorsement(cooperative, PAYLOAD)),
                third(
                        "another peer of the same organisation",
                        Reason.SAME_ORGANISATION,
                        endorsement(peers.identities().node(COOPERATIVE, NodeOu.PEER, "peer1"), PAYLOAD)),
                of("two organisations", Reason.TOO_FEW, evidence(government, cooperative)),
                of("nobody at all", Reason.TOO_FEW, evidence()));
    }

    private List<Case> certificates() {
        UserIdentity clerk = peers.identities().issueUser(UserRequest.of("platform-operator", "operator-1", Map.of()));
        UserIdentity orderer = peers.identities().node(PLATFORM, NodeOu.ORDERER, "orderer0");
        UserIdentity administrator = peers.identities().node(PLATFORM, NodeOu.ADMIN, "admin0");
        UserIdentity tls = peers.identities().tls(PLATFORM, "peer0", List.of("localhost"));
        Wanted peer = Wanted.peer(PLATFORM);
        UserIdentity byRole = peers.made(PLATFORM, "ca-platform-operator", peer);
        UserIdentity byNamesake = SignedAnswers.made(
                PLATFORM,
                X500Name.getInstance(peers.identities()
                        .msp(PLATFORM)
                        .nodes()
                        .getSubjectX500Principal()
                        .getEncoded()),
                P256.newKeyPair().getPrivate(),
                peer,
                P256.newKeyPair());
        UserIdentity both = peers.made(
                PLATFORM,
                NODES,
                new Wanted("O=PlatformMSP,OU=peer+OU=admin,CN=x", KeyUsage.digitalSignature, false, false));
        UserIdentity client = peers.made(
                PLATFORM, NODES, new Wanted("O=PlatformMSP,OU=client,CN=x", KeyUsage.digitalSignature, false, false));
        UserIdentity keyAgreement =
                peers.made(PLATFORM, NODES, new Wanted(peer.subject(), KeyUsage.keyAgreement, false, false));
        UserIdentity authority =
                peers.made(PLATFORM, NODES, new Wanted(peer.subject(), KeyUsage.digitalSignature, true, false));
        UserIdentity sundays =
                peers.made(PLATFORM, NODES, new Wanted(peer.subject(), KeyUsage.digitalSignature, false, true));
        return List.of(
                third("a role's authority", Reason.WRONG_AUTHORITY, endorsement(clerk, PAYLOAD)),
                third("a peer by a role's authority", Reason.WRONG_AUTHORITY, endorsement(byRole, PAYLOAD)),
                third("a namesake of the authority", Reason.WRONG_AUTHORITY, endorsement(byNamesake, PAYLOAD)),
                third(
                        "another organisation's peer",
                        Reason.WRONG_AUTHORITY,
                        endorsement(identity(PLATFORM, auditor.certificatePem()), auditor.key(), PAYLOAD)),
                of(
                        "before its time",
                        Reason.NOT_YET_VALID,
                        evidence(government, cooperative, platform),
                        NOW.minus(Duration.ofDays(1))),
                of(
                        "after its time",
                        Reason.EXPIRED,
                        evidence(government, cooperative, platform),
                        NOW.plus(Duration.ofDays(732))),
                third(
                        "an unknown critical extension",
                        Reason.UNKNOWN_CRITICAL_EXTENSION,
                        endorsement(sundays, PAYLOAD)),
                third("a key for something else", Reason.OTHER_KEY_USAGE, endorsement(keyAgreement, PAYLOAD)),
                third("an authority", Reason.OTHER_KEY_USAGE, endorsement(authority, PAYLOAD)),
                third("an orderer", Reason.NOT_A_PEER, endorsement(orderer, PAYLOAD)),
                third("an administrator", Reason.NOT_A_PEER, endorsement(administrator, PAYLOAD)),
                third("a client", Reason.NOT_A_PEER, endorsement(client, PAYLOAD)),
                third("a TLS server", Reason.NOT_A_PEER, endorsement(tls, PAYLOAD)),
                third("a peer that is an administrator too", Reason.NOT_A_PEER, endorsement(both, PAYLOAD)));
    }

    private List<Case> signatures() {
        Endorsement right = endorsement(platform, PAYLOAD);
        Endorsement another = endorsement(platform, payload(ANSWER.replace("核桃", "珍珠")));
        Endorsement byAnother = endorsement(identity(PLATFORM, platform.certificatePem()), auditor.key(), PAYLOAD);
        Endorsement noise = right.toBuilder()
                .setSignature(ByteString.copyFromUtf8("signed"))
                .build();
        return List.of(
                third("high s", Reason.HIGH_S, withHighS(right)),
                third("over another message", Reason.FORGED, another),
                third("by another key", Reason.FORGED, byAnother),
                third("no signature", Reason.FORGED, noise));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Case refused) {
        assertThatThrownBy(() -> verifier().verify(refused.evidence(), QUESTION, refused.at()))
                .isInstanceOfSatisfying(VerificationException.class, why -> {
                    assertThat(why.reason()).isEqualTo(refused.expected());
                    assertThat(why.getMessage())
                            .isEqualTo(why.say(Locale.ENGLISH))
                            .doesNotContain("%s");
                    assertThat(why.say(Locale.SIMPLIFIED_CHINESE))
                            .containsPattern("\\p{IsHan}")
                            .doesNotContain("%s");
                });
    }

    @Test
    void oneWrongSignatureRefusesEvenBesideEnoughRightOnes() {
        Evidence four = evidence(
                PAYLOAD,
                endorsement(government, PAYLOAD),
                endorsement(cooperative, PAYLOAD),
                endorsement(platform, PAYLOAD),
                withHighS(endorsement(auditor, PAYLOAD)));

        assertReason(four, verifier(), Reason.HIGH_S);
    }

    @Test
    void aRevokedPeerIsRefused(@TempDir Path home) {
        SignedAnswers others = new SignedAnswers(home);
        UserIdentity revoked = others.peer(PLATFORM);
        Evidence evidence = evidence(others.peer(GOVERNMENT), others.peer(COOPERATIVE), revoked);
        others.identities().revoke(revoked.certificate().getSerialNumber());

        assertReason(evidence, new AttestationVerifier(others.trust()), Reason.REVOKED);
    }

    @Test
    void aKeyOfAnotherCurveIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        UserIdentity other = peers.made(PLATFORM, NODES, Wanted.peer(PLATFORM), generator.generateKeyPair());
        ByteString endorser = identity(PLATFORM, other.certificatePem());
        PrivateKey any = platform.key();

        assertReason(
                evidence(
                        PAYLOAD,
                        endorsement(government, PAYLOAD),
                        endorsement(cooperative, PAYLOAD),
                        endorsement(endorser, any, PAYLOAD)),
                verifier(),
                Reason.OTHER_KEY);
    }

    @Test
    void threeDistinctOrganisationsWithTheGovernmentAmongThemLeaveNoDoubt() throws Exception {
        Verified verified = verifier().verify(evidence(platform, cooperative, government), QUESTION, NOW);

        assertThat(verified.signers()).containsExactly(GOVERNMENT, COOPERATIVE, PLATFORM);
        assertThat(verified.doubts()).isEmpty();
    }

    @Test
    void anAnswerOfTheFirstVersionIsCheckedAsOneOfToday() throws Exception {
        String first = ANSWER.replace("attest-v2", "attest-v1");
        assertThat(first).isNotEqualTo(ANSWER);
        assertThat(verifier()
                        .verify(allSign(first, payload(first)), QUESTION, NOW)
                        .doubts())
                .isEmpty();
    }

    @Test
    void withoutTheGovernmentItIsDoubtful() throws Exception {
        Verified verified = verifier().verify(evidence(cooperative, platform, auditor), QUESTION, NOW);

        assertThat(verified.doubts()).containsExactly(new Doubt.RoleMissing(OrganisationRole.GOVERNMENT));
    }

    @Test
    void aRevocationListPastItsEndIsNeverPassedOverInSilence(@TempDir Path home) throws Exception {
        SignedAnswers others = new SignedAnswers(home);
        Evidence evidence = evidence(others.peer(GOVERNMENT), others.peer(COOPERATIVE), others.peer(PLATFORM));
        Instant end = NOW.plus(Duration.ofDays(365));
        Instant after = end.plusSeconds(1);
        List<MspDefinition> old = others.identities().msps();
        List<MspDefinition> allButOne = new ArrayList<>(others.at(after).msps());
        allButOne.removeIf(definition -> definition.msp().equals(COOPERATIVE));
        old.stream().filter(definition -> definition.msp().equals(COOPERATIVE)).forEach(allButOne::add);

        assertThat(doubts(old, evidence, end)).isEmpty();
        assertThat(doubts(old, evidence, after))
                .containsExactly(
                        new Doubt.RevocationUnknown(GOVERNMENT, end),
                        new Doubt.RevocationUnknown(COOPERATIVE, end),
                        new Doubt.RevocationUnknown(PLATFORM, end));
        assertThat(doubts(allButOne, evidence, after)).containsExactly(new Doubt.RevocationUnknown(COOPERATIVE, end));
    }

    @Test
    void aRevocationListOfAnotherAuthorityIsNoTrust() {
        var list = peers.identities().msp(AUDITOR).crls().get(0);

        assertThatThrownBy(() -> new TrustedOrganisation(
                        GOVERNMENT,
                        OrganisationRole.GOVERNMENT,
                        peers.identities().msp(GOVERNMENT).nodes(),
                        list))
                .hasMessageContaining("revocation list of GovernmentMSP");
        assertThatThrownBy(() ->
                        Trust.of(Consortium.demo(), peers.identities().msps().subList(0, 3)))
                .hasMessageContaining("certificates of AuditorMSP are missing");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceInBothLanguages(Reason reason) {
        assertThat(reason.say(Locale.ENGLISH, "a", "b"))
                .doesNotContainPattern("\\p{IsHan}")
                .endsWith(".");
        assertThat(reason.say(Locale.CHINESE, "a", "b"))
                .containsPattern("\\p{IsHan}")
                .endsWith("。");
        assertThat(reason.say(Locale.GERMAN, "a", "b")).isEqualTo(reason.say(Locale.ENGLISH, "a", "b"));
    }

    @Test
    void everyReasonIsInTheTableOrHasATestOfItsOwn() {
        Set<Reason> tested = EnumSet.of(Reason.REVOKED, Reason.OTHER_KEY);
        refused().forEach(line -> tested.add(line.expected()));

        assertThat(tested).containsExactly(Reason.values());
    }

    private AttestationVerifier verifier() {
        return new AttestationVerifier(peers.trust());
    }

    private static void assertReason(Evidence evidence, AttestationVerifier verifier, Reason reason) {
        assertThatThrownBy(() -> verifier.verify(evidence, QUESTION, NOW))
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        why -> assertThat(why.reason()).isEqualTo(reason));
    }

    private static List<Doubt> doubts(List<MspDefinition> definitions, Evidence evidence, Instant at)
            throws VerificationException {
        Trust trust = Trust.of(Consortium.demo(), definitions);
        return new AttestationVerifier(trust).verify(evidence, QUESTION, at).doubts();
    }

    private static Case of(String name, Reason expected, Evidence evidence) {
        return of(name, expected, evidence, NOW);
    }

    private static Case of(String name, Reason expected, Evidence evidence, Instant at) {
        return new Case(name, expected, evidence, at);
    }

    /** Right signatures of two organisations, and this one. */
    private Case third(String name, Reason expected, Endorsement endorsement) {
        return of(
                name,
                expected,
                evidence(PAYLOAD, endorsement(government, PAYLOAD), endorsement(cooperative, PAYLOAD), endorsement));
    }

    private Evidence allSign(String answer, ByteString payload) {
        return new Evidence(
                answer,
                payload,
                Stream.of(government, cooperative, platform)
                        .map(peer -> endorsement(peer, payload))
                        .toList());
    }

    private static Evidence evidence(UserIdentity... signers) {
        return evidence(
                PAYLOAD,
                Stream.of(signers).map(signer -> endorsement(signer, PAYLOAD)).toArray(Endorsement[]::new));
    }

    private static Evidence evidence(ByteString payload, Endorsement... endorsements) {
        return new Evidence(ANSWER, payload, List.of(endorsements));
    }
}
