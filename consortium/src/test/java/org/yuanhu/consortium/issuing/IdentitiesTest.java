package org.yuanhu.consortium.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.ResolverKey;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;

class IdentitiesTest {
    private static final MspId COOPERATIVES = new MspId("CooperativeMSP");
    private static final String CODE = "93115986CRUTYWYPGK";
    private static final UserRequest CLERK = UserRequest.of("clerk", "clerk-1", Map.of("yuanhu.cooperative", CODE));

    @TempDir
    Path home;

    @Test
    void theSameKeysAreThereAtTheNextStart() {
        Identities first = Identities.create(home, Consortium.demo());
        UserIdentity peer = first.node(COOPERATIVES, NodeOu.PEER, "peer0");
        UserIdentity clerk = first.issueUser(CLERK);
        first.keep(clerk);

        Identities second = Identities.open(home, Consortium.demo());

        assertThat(second.node(COOPERATIVES, NodeOu.PEER, "peer0")).isEqualTo(peer);
        assertThat(second.user(COOPERATIVES, "clerk-1")).contains(clerk);
        assertThat(second.msps()).isEqualTo(first.msps());
    }

    @Test
    void aStartThatWasInterruptedBetweenKeyAndCertificateGoesOn() throws IOException {
        Identities.create(home, Consortium.demo());
        Files.delete(home.resolve("organisations/CooperativeMSP/ca-clerk/cert.pem"));

        Identities again = Identities.create(home, Consortium.demo());

        UserIdentity clerk = again.issueUser(CLERK);
        assertThat(clerk.chain().get(1)).isEqualTo(again.msp(COOPERATIVES).authority(new AuthorityName("ca-clerk")));
    }

    @Test
    void aClerksCertificateIsSignedByTheClerksAuthorityAndCarriesItsAttributes() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());

        UserIdentity clerk = identities.issueUser(CLERK);

        clerk.certificate()
                .verify(identities
                        .msp(COOPERATIVES)
                        .authority(new AuthorityName("ca-clerk"))
                        .getPublicKey());
        assertThat(FabricAttributes.of(clerk.certificate()))
                .containsOnly(
                        Map.entry("yuanhu.role", "clerk"),
                        Map.entry("yuanhu.person", "clerk-1"),
                        Map.entry("yuanhu.cooperative", CODE));
        assertThat(clerk.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=clerk-1,OU=client,O=CooperativeMSP");
    }

    /** A county officer who is also the city's is one person, under both authorities, and stays so when a certificate is renewed. */
    @Test
    void onePersonMayHoldSeveralCertificatesAndANameIsOnePersonsForGood() {
        Identities identities = Identities.create(home, Consortium.demo());
        UserRequest city = UserRequest.of("city-officer", "officer-2", Map.of("yuanhu.region", "520100"))
                .heldBy("officer-1");
        identities.issueUser(UserRequest.of("county-officer", "officer-1", Map.of("yuanhu.region", "520123")));

        UserIdentity second = identities.issueUser(city);

        assertThat(person(second)).isEqualTo("officer-1");
        assertThat(person(identities.renew(second))).isEqualTo("officer-1");
        identities.issueUser(city);
        for (UserRequest other : List.of(
                city.heldBy("officer-2"),
                city.heldBy("officer-3"),
                UserRequest.of("county-officer", "officer-2", Map.of("yuanhu.region", "520123")),
                UserRequest.of("county-officer", "officer-1", Map.of("yuanhu.region", "520123"))
                        .heldBy("officer-2"))) {
            assertThatThrownBy(() -> identities.issueUser(other))
                    .hasMessageContaining("as the person 'officer-1' before; another person has another name");
        }
        assertThatThrownBy(() -> city.heldBy("李")).hasMessageContaining("person '李'");
    }

    @Test
    void aCertificateOfBeforePersonsWereNamedNamesItsPersonWhenRenewed() {
        Identities identities = Identities.create(home, Consortium.demo());
        OrganisationKeys keys = new OrganisationKeys(
                COOPERATIVES,
                Consortium.demo().rolesOf(COOPERATIVES),
                home.resolve("organisations/CooperativeMSP"),
                InstantSource.system());
        Map<String, String> asOnce = Map.of("yuanhu.role", "clerk", "yuanhu.cooperative", CODE);
        UserIdentity old = keys.issueUser(CLERK.requireRole(Consortium.demo()), CLERK, asOnce);
        assertThat(person(old)).isNull();

        assertThat(person(identities.renew(old))).isEqualTo("clerk-1");
        assertThatThrownBy(() -> identities.issueUser(CLERK.heldBy("clerk-2")))
                .hasMessageContaining("as the person 'clerk-1' before");
    }

    private static @Nullable String person(UserIdentity user) {
        return FabricAttributes.of(user.certificate()).get("yuanhu.person");
    }

    @Test
    void aRoleTakesExactlyTheAttributesOfItsScope() {
        Identities identities = Identities.create(home, Consortium.demo());

        assertThatThrownBy(() -> identities.issueUser(UserRequest.of("clerk", "c", Map.of())))
                .hasMessageContaining("role clerk takes exactly [yuanhu.cooperative]");
        assertThatThrownBy(
                        () -> identities.issueUser(UserRequest.of("inspector", "i", Map.of("yuanhu.region", "520000"))))
                .hasMessageContaining("role inspector takes none");
        assertThatThrownBy(() -> identities.issueUser(UserRequest.of(
                        "clerk", "c", Map.of("yuanhu.cooperative", CODE, "yuanhu.role", "province-officer"))))
                .hasMessageContaining("takes exactly");
        assertThatThrownBy(() ->
                        identities.issueUser(UserRequest.of("county-officer", "o", Map.of("yuanhu.region", "52012"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("52012");
        assertThatThrownBy(() -> identities.issueUser(UserRequest.of("mayor", "m", Map.of())))
                .hasMessageContaining("role 'mayor' is not in the consortium");
    }

    @Test
    void aRequestWithAnImpossibleNameOrValidityIsRefused() {
        assertThatThrownBy(() -> UserRequest.of("clerk", "../root", Map.of())).hasMessageContaining("name '../root'");
        assertThatThrownBy(() -> UserRequest.of("clerk", "李", Map.of())).hasMessageContaining("name '李'");
        assertThatThrownBy(() -> new UserRequest(new RoleName("clerk"), "c", "c", Map.of(), Period.ZERO))
                .hasMessageContaining("validity 'P0D'");
        assertThatThrownBy(() -> new UserRequest(new RoleName("clerk"), "c", "c", Map.of(), Period.ofYears(3)))
                .hasMessageContaining("validity 'P3Y'");
    }

    @Test
    void everyPrivateKeyIsReadableByItsOwnerOnlyAndNoTemporaryFileStays() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());
        identities.node(COOPERATIVES, NodeOu.PEER, "peer0");
        UserIdentity clerk = identities.issueUser(CLERK);
        identities.keep(clerk);
        identities.export(clerk, home.resolve("export"));

        List<Path> files = files();
        assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
        assertThat(files.stream().filter(file -> file.endsWith("key.pem")))
                .hasSizeGreaterThan(18)
                .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------"));
        assertThat(files.stream().filter(file -> !file.endsWith("key.pem")))
                .noneMatch(file -> DurableFile.read(file).contains("PRIVATE KEY"));
    }

    @Test
    void anIssuedKeyIsNowhereOnDiskUnlessKept() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());

        UserIdentity clerk = identities.issueUser(CLERK);

        String key = Pem.of(clerk.key());
        assertThat(files()).noneMatch(file -> DurableFile.read(file).contains(key));
        assertThat(identities.user(COOPERATIVES, "clerk-1")).isEmpty();
        assertThat(clerk.toString()).doesNotContain(key.lines().toList().get(1));
    }

    @Test
    void aHomeWithOneOrganisationHoldsNoOthersKeys() throws Exception {
        Identities own = Identities.create(home, Consortium.demo(), List.of(COOPERATIVES), InstantSource.system());

        assertThat(own.organisations()).containsExactly(COOPERATIVES);
        assertThat(files()).isNotEmpty().allMatch(file -> file.toString().contains("CooperativeMSP"));
        assertThatThrownBy(() -> own.node(new MspId("GovernmentMSP"), NodeOu.PEER, "peer0"))
                .hasMessageContaining("organisation 'GovernmentMSP': its keys are not here");
        assertThat(Identities.open(home, Consortium.demo()).organisations()).containsExactly(COOPERATIVES);
    }

    @Test
    void openingAHomeWithoutKeysSaysHowToMakeThem() {
        assertThatThrownBy(() -> Identities.open(home, Consortium.demo()))
                .hasMessageContaining("network identity init");
    }

    @Test
    void aNameIsKeptOnceUntilItsCertificateIsRevoked() {
        Identities identities = Identities.create(home, Consortium.demo());
        UserIdentity first = identities.issueUser(CLERK);
        identities.keep(first);
        UserIdentity second = identities.issueUser(CLERK);

        assertThatThrownBy(() -> identities.keep(second)).hasMessageContaining("name 'clerk-1'");
        identities.revoke(first.certificate().getSerialNumber());
        identities.keep(second);

        assertThat(identities.user(COOPERATIVES, "clerk-1")).contains(second);
    }

    @Test
    void revokingIsRememberedListedAndInTheSignedList() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());
        UserIdentity clerk = identities.issueUser(CLERK);
        BigInteger serial = clerk.certificate().getSerialNumber();

        identities.revoke(serial);
        identities.revoke(serial);

        MspDefinition msp = Identities.open(home, Consortium.demo()).msp(COOPERATIVES);
        var crl = msp.crlOf(msp.authority(new AuthorityName("ca-clerk")));
        crl.verify(msp.authority(new AuthorityName("ca-clerk")).getPublicKey());
        assertThat(crl.getRevokedCertificates()).hasSize(1);
        assertThat(crl.isRevoked(clerk.certificate())).isTrue();
        assertThat(identities.issued())
                .filteredOn(issued -> issued.certificate().equals(clerk.certificate()))
                .singleElement()
                .satisfies(issued -> {
                    assertThat(issued.name()).isEqualTo("clerk-1");
                    assertThat(issued.stateAt(Instant.now())).isEqualTo(IssuedCertificate.State.REVOKED);
                });
        assertThatThrownBy(() -> identities.revoke(BigInteger.TEN)).hasMessageContaining("serial 'a'");
    }

    @Test
    void aCrlLostAfterARevocationIsSignedAgainWithIt() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());
        UserIdentity clerk = identities.issueUser(CLERK);
        Path crl = home.resolve("organisations/CooperativeMSP/ca-clerk/crl.pem");
        identities.crls(COOPERATIVES);
        String before = Files.readString(crl);
        identities.revoke(clerk.certificate().getSerialNumber());

        Files.writeString(crl, before);

        assertThat(identities.crls(COOPERATIVES)).anyMatch(list -> list.isRevoked(clerk.certificate()));
    }

    @Test
    void aNodesCertificateIsReplacedBeforeItEnds() {
        Instant now = Instant.parse("2026-11-25T08:00:00Z");
        UserIdentity first = at(now).node(COOPERATIVES, NodeOu.ORDERER, "orderer0");

        UserIdentity aYearLater = at(now.plus(Duration.ofDays(365))).node(COOPERATIVES, NodeOu.ORDERER, "orderer0");
        UserIdentity justBeforeItsEnd =
                at(now.plus(Duration.ofDays(700))).node(COOPERATIVES, NodeOu.ORDERER, "orderer0");

        assertThat(aYearLater).isEqualTo(first);
        assertThat(justBeforeItsEnd).isNotEqualTo(first);
    }

    @Test
    void aNodeThatAChannelNamesKeepsItsKeyUntilItsEndAndBeyondAndWhenItIsRevoked() {
        Instant now = Instant.parse("2026-11-25T08:00:00Z");
        UserIdentity orderer = at(now).keptNode(COOPERATIVES, NodeOu.ORDERER, "orderer0");
        UserIdentity tls = at(now).keptTls(COOPERATIVES, "orderer0", List.of("localhost"));

        at(now).revoke(orderer.certificate().getSerialNumber());

        for (int day : List.of(1, 670, 671, 729, 731, 1000)) {
            Identities later = at(now.plus(Duration.ofDays(day)));
            assertThat(later.keptNode(COOPERATIVES, NodeOu.ORDERER, "orderer0")).isEqualTo(orderer);
            assertThat(later.keptTls(COOPERATIVES, "orderer0", List.of("localhost")))
                    .isEqualTo(tls);
        }
        assertThatThrownBy(() -> at(now).keptTls(COOPERATIVES, "orderer0", List.of("elsewhere.example")))
                .hasMessageContaining("has a certificate for [localhost]");
    }

    /** A restore that forgot a half: what can be had from the other is, and nothing is made anew that somebody knows. */
    @Test
    void aLostHalfOfANodesKeysIsMadeAgainAsItWasOrMissed() throws IOException {
        UserIdentity orderer =
                Identities.create(home, Consortium.demo()).keptNode(COOPERATIVES, NodeOu.ORDERER, "orderer0");
        UserIdentity tls =
                Identities.create(home, Consortium.demo()).keptTls(COOPERATIVES, "orderer0", List.of("localhost"));
        Path nodes = home.resolve("organisations/CooperativeMSP/nodes");

        Files.delete(nodes.resolve("orderer-orderer0/cert.pem"));
        Files.delete(nodes.resolve("tls-orderer0/cert.pem"));
        Identities again = Identities.open(home, Consortium.demo());
        assertThat(again.keptNode(COOPERATIVES, NodeOu.ORDERER, "orderer0")).isEqualTo(orderer);
        assertThat(again.keptTls(COOPERATIVES, "orderer0", List.of("localhost")))
                .isEqualTo(tls);

        for (String lost : List.of("orderer-orderer0", "tls-orderer0")) {
            Files.delete(nodes.resolve(lost).resolve("cert.pem"));
            Files.delete(nodes.resolve(lost).resolve("key.pem"));
        }
        assertThatThrownBy(() -> again.keptNode(COOPERATIVES, NodeOu.ORDERER, "orderer0"))
                .hasMessageContaining("orderer-orderer0/key.pem: is missing")
                .hasMessageContaining("backup");
        assertThatThrownBy(() -> again.keptTls(COOPERATIVES, "orderer0", List.of("localhost")))
                .hasMessageContaining("tls-orderer0/key.pem: is missing");
        assertThat(nodes.resolve("orderer-orderer0/key.pem")).doesNotExist();
    }

    @Test
    void aNodesStartThatWasInterruptedAfterItsKeyGoesOnWithThatKey() throws IOException {
        Identities identities = Identities.create(home, Consortium.demo());
        String key = Pem.of(P256.newKeyPair().getPrivate());
        DurableFile.writeSecret(home.resolve("organisations/CooperativeMSP/nodes/peer-peer0/key.pem"), key);

        UserIdentity peer = identities.keptNode(COOPERATIVES, NodeOu.PEER, "peer0");

        assertThat(Pem.of(peer.key())).isEqualTo(key);
        assertThat(peer.certificate().getPublicKey().getEncoded())
                .isEqualTo(P256.publicKeyOf(peer.key()).getEncoded());
    }

    @Test
    void theTrustKeyIsNotMadeAnewOnceSomethingWasCertified() throws IOException {
        MspDefinition before = Identities.create(home, Consortium.demo()).msp(COOPERATIVES);
        Path trust = home.resolve("organisations/CooperativeMSP/trust");
        Files.delete(trust.resolve("public.pem"));
        assertThat(Identities.create(home, Consortium.demo()).msp(COOPERATIVES).trustKey())
                .isEqualTo(before.trustKey());

        Files.delete(trust.resolve("public.pem"));
        Files.delete(trust.resolve("key.pem"));
        Identities.create(home, Consortium.demo()).issueUser(CLERK); // until then nobody could know it

        Files.delete(trust.resolve("public.pem"));
        Files.delete(trust.resolve("key.pem"));
        assertThatThrownBy(() -> Identities.create(home, Consortium.demo()))
                .hasMessageContaining("trust/key.pem: is missing")
                .hasMessageContaining("backup");
    }

    @Test
    void theResolversKeyIsToldFromItsPrivateHalfAndNotMadeAnewOnceOthersSealToIt() throws IOException {
        Path handedOut = home.resolve("handed-out.pem");
        PublicKey made = ResolverKey.in(home, COOPERATIVES, handedOut);
        DurableFile.write(handedOut, Pem.of(made));
        Path resolver = home.resolve("organisations/CooperativeMSP/resolver");
        String key = Files.readString(resolver.resolve("key.pem"));

        Files.delete(resolver.resolve("public.pem"));
        assertThat(ResolverKey.in(home, COOPERATIVES, handedOut)).isEqualTo(made);
        assertThat(Files.readString(resolver.resolve("key.pem"))).isEqualTo(key);

        Files.delete(resolver.resolve("public.pem"));
        Files.delete(resolver.resolve("key.pem"));
        assertThatThrownBy(() -> ResolverKey.in(home, COOPERATIVES, handedOut))
                .hasMessageContaining("resolver/key.pem: is missing")
                .hasMessageContaining(handedOut.toString());
        assertThat(resolver.resolve("public.pem")).doesNotExist();
    }

    @Test
    void aPersonsCertificateIsRenewedUnderTheSamePersonThroughTheEndOfTheFirstAndBeyond() {
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        UserIdentity first = at(start).enrol(CLERK);
        UserIdentity current = first;
        for (int day = 0; day <= 800; day++) {
            Instant now = start.plus(Duration.ofDays(day));
            assertThat(Renewal.isDue(first.certificate(), now)).isEqualTo(day >= 305);
            if (Renewal.isDue(current.certificate(), now)) {
                UserIdentity before = current;
                current = at(now).renew(current);
                assertThat(current.certificate().getNotBefore()).isBeforeOrEqualTo(java.util.Date.from(now));
                assertThat(before.certificate().getNotAfter()).isAfter(java.util.Date.from(now));
                assertThat(at(now).issued())
                        .noneMatch(issued -> issued.revokedAt().isPresent());
            }
            assertThat(current.certificate().getNotAfter()).isAfter(java.util.Date.from(now));
            assertThat(current.certificate().getSubjectX500Principal())
                    .isEqualTo(first.certificate().getSubjectX500Principal());
            assertThat(FabricAttributes.of(current.certificate())).isEqualTo(FabricAttributes.of(first.certificate()));
        }
        assertThat(current).isNotEqualTo(first);
    }

    @Test
    void revocationsOfTwoAtOnceAreBothRemembered() throws Exception {
        int each = 12;
        Identities one = Identities.create(home, Consortium.demo());
        Identities other = Identities.open(home, Consortium.demo());
        List<BigInteger> serials = Stream.generate(
                        () -> one.issueUser(CLERK).certificate().getSerialNumber())
                .limit(2L * each)
                .toList();

        Thread first = new Thread(() -> serials.subList(0, each).forEach(one::revoke));
        Thread second = new Thread(() -> serials.subList(each, 2 * each).forEach(other::revoke));
        first.start();
        second.start();
        first.join();
        second.join();

        MspDefinition msp = Identities.open(home, Consortium.demo()).msp(COOPERATIVES);
        assertThat(msp.crlOf(msp.authority(new AuthorityName("ca-clerk"))).getRevokedCertificates())
                .extracting(java.security.cert.X509CRLEntry::getSerialNumber)
                .containsExactlyInAnyOrderElementsOf(serials);
    }

    @Test
    void theRootsKeyIsNeededForANewAuthorityOnly() throws IOException {
        Identities.create(home, Consortium.demo()).msps();
        Path organisation = home.resolve("organisations/CooperativeMSP");
        Files.delete(organisation.resolve("root/key.pem"));

        Identities without = Identities.create(home, Consortium.demo());

        without.revoke(without.issueUser(CLERK).certificate().getSerialNumber());
        assertThat(without.node(COOPERATIVES, NodeOu.PEER, "peer0").chain()).hasSize(3);
        assertThat(without.crls(COOPERATIVES)).hasSize(4);
        Files.delete(organisation.resolve("ca-clerk/cert.pem"));
        assertThatThrownBy(() -> Identities.create(home, Consortium.demo()))
                .hasMessageContaining("certificates were issued here, and cert.pem is missing");
    }

    @Test
    void aTlsServerAnswersToItsHostsAndIsIssuedAnewWhenTheyChange() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());

        UserIdentity first = identities.tls(COOPERATIVES, "peer0", List.of("peer.coop.example", "127.0.0.1"));

        assertThat(first.certificate().getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("peer.coop.example", "127.0.0.1");
        assertThat(first.certificate().getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.1");
        assertThat(identities.tls(COOPERATIVES, "peer0", List.of("peer.coop.example", "127.0.0.1")))
                .isEqualTo(first);
        assertThat(identities.tls(COOPERATIVES, "peer0", List.of("localhost"))).isNotEqualTo(first);
    }

    @Test
    void theTrustKeySignsForTheOrganisation() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());
        byte[] message = {1, 2, 3};

        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(identities.msp(COOPERATIVES).trustKey());
        verifier.update(message);

        assertThat(verifier.verify(identities.signAsTrustee(COOPERATIVES, message)))
                .isTrue();
    }

    private Identities at(Instant now) {
        return Identities.create(home, Consortium.demo(), List.of(COOPERATIVES), InstantSource.fixed(now));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(home)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
