package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Forger;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.Timestamps;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class CertificateRefusalsTest {
    private static final Map<String, String> CLERK =
            Map.of("yuanhu.role", "clerk", "yuanhu.cooperative", COOPERATIVE_A.value());

    private final World world;

    CertificateRefusalsTest(World world) {
        this.world = world;
    }

    @Test
    void refusesACertificateWithoutARoleOrWithAnUnknownOne() {
        refuses(world, Rule.AC_01, () -> read(world.impostor("GovernmentMSP", "ca-county-officer", "none", Map.of())));
        Map<String, String> king = Map.of("yuanhu.role", "king");
        refuses(world, Rule.AC_01, () -> read(world.impostor("GovernmentMSP", "ca-county-officer", "king", king)));
    }

    /** A certificate of before persons were named: it reads on, and acts no more, or it would be a second person to anyone who kept it. */
    @Test
    void refusesAnActUnderACertificateThatNamesNoPerson() {
        Map<String, String> province =
                Map.of("yuanhu.role", "province-officer", "yuanhu.region", World.PROVINCE.value());
        Client nobody = world.impostor("GovernmentMSP", "ca-province-officer", "nobody", province);
        read(nobody);
        CommodityCode commodity = new CommodityCode("person-" + world.next());
        DefineCommodity act = new DefineCommodity(world.id(), commodity, "样例", Unit.GRAM);
        assertThat(refuses(world, Rule.AC_04, nobody, act).arguments())
                .containsEntry("attribute", "yuanhu.person")
                .containsEntry("value", "");
        Map<String, String> blank = new TreeMap<>(province);
        blank.put("yuanhu.person", "a b");
        refuses(world, Rule.AC_04, () -> read(world.impostor("GovernmentMSP", "ca-province-officer", "blank", blank)));
        Map<String, String> somebody = new TreeMap<>(province);
        somebody.put("yuanhu.person", "a.b");
        world.impostor("GovernmentMSP", "ca-province-officer", "somebody", somebody)
                .submit(act);
    }

    @Test
    void refusesARoleUnderAnotherAuthorityOrAnotherOrganisation() {
        refuses(world, Rule.AC_02, () -> read(world.impostor("PlatformMSP", "ca-platform-operator", "clerk", CLERK)));
        refuses(world, Rule.AC_03, () -> read(world.impostor("CooperativeMSP", "ca-cooperative-manager", "x", CLERK)));
    }

    @ParameterizedTest
    @CsvSource({
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.other, 1",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 52",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 522600",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 440103",
        "GovernmentMSP, ca-city-officer, city-officer, yuanhu.region, 522631",
        "GovernmentMSP, ca-province-officer, province-officer, yuanhu.region, 522600",
        "CooperativeMSP, ca-clerk, clerk, yuanhu.cooperative, 93522631MA00000010",
        "CooperativeMSP, ca-clerk, clerk, yuanhu.region, 522631",
    })
    void refusesARoleWithoutThePlaceItIsHeldFor(
            String msp, String authority, String role, String attribute, String value) {
        Map<String, String> attributes = Map.of("yuanhu.role", role, attribute, value);
        refuses(world, Rule.AC_04, () -> read(world.impostor(msp, authority, "placeless", attributes)));
    }

    @Test
    void takesAnHonestlyIssuedCertificateOfTheSameKind() {
        assertThat(read(world.impostor("CooperativeMSP", "ca-clerk", "honest", CLERK)))
                .contains("黎平县");
    }

    @Test
    void refusesAnExpiredCertificate() {
        Instant now = Instant.now();
        UserIdentity expired = new Forger(world.ledger().home())
                .issue(
                        "CooperativeMSP",
                        "ca-clerk",
                        "expired",
                        CLERK,
                        now.minus(Duration.ofDays(2)),
                        now.minus(Duration.ofMinutes(1)));
        assertThat(ledgerRefuses(world.client(expired), Duration.ZERO)).startsWith("proposal client identity expired");
    }

    @Test
    void refusesACertificateOfOneOrganisationInTheNameOfAnother() {
        UserIdentity platform =
                new Forger(world.ledger().home()).issue("PlatformMSP", "ca-platform-operator", "turncoat", CLERK);
        for (String other : List.of("CooperativeMSP", "GovernmentMSP")) {
            UserIdentity claiming = new UserIdentity(new MspId(other), "turncoat", platform.chain(), platform.key());
            assertThat(ledgerRefuses(world.client(claiming), Duration.ZERO))
                    .contains("access denied: channel [yuanhu] creator org unknown, creator is malformed");
        }
    }

    @Test
    void refusesARevokedCertificateWithinAMinute() {
        Client leaver = world.client("clerk", "leaver", Map.of("yuanhu.cooperative", COOPERATIVE_A.value()));
        assertThat(read(leaver)).contains("黎平县");
        Instant start = Instant.now();

        world.ledger().revoke(leaver.user());

        assertThat(ledgerRefuses(leaver, Duration.ZERO)).contains("access denied: channel [yuanhu]");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(read(world.clerk(COOPERATIVE_A))).contains("黎平县");
    }

    @ParameterizedTest
    @ValueSource(longs = {-6, 6})
    void refusesATimestampMoreThanFiveMinutesOff(long minutes) {
        assertThat(ledgerRefuses(world.clerk(COOPERATIVE_A), Duration.ofMinutes(minutes)))
                .startsWith("request unauthorized due to incorrect timestamp");
    }

    @ParameterizedTest
    @ValueSource(longs = {-4, 4})
    void takesATimestampFourMinutesOff(long minutes) throws Exception {
        Client clerk = world.clerk(COOPERATIVE_A);
        assertThat(at(clerk, Duration.ofMinutes(minutes)).evaluate()).isNotEmpty();
    }

    /** What the ledger says before the rule book is asked: the same to a read and to an act, and nothing is written. */
    private String ledgerRefuses(Client client, Duration off) {
        String before = StateDigest.of(world);
        GatewayException read = catchThrowableOfType(
                GatewayException.class, () -> at(client, off).evaluate());
        GatewayException act = catchThrowableOfType(
                GatewayException.class, () -> at(client, off).endorse());
        assertThat(read).isNotNull();
        assertThat(act).isNotNull();
        assertThat(StateDigest.of(world)).isEqualTo(before);
        String said = Client.messages(act).get(1);
        assertThat(Client.messages(read)).anyMatch(told -> told.contains(said.substring(0, 30)));
        return said;
    }

    /** A call with a timestamp so far from now. */
    private static Proposal at(Client client, Duration off) {
        byte[] made = client.proposal(Operation.GET, "region", COUNTY_A.value()).getBytes();
        try {
            return client.proposal(Timestamps.moved(made, off));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Client client) {
        return client.evaluate(Operation.GET, "region", COUNTY_A.value());
    }
}
