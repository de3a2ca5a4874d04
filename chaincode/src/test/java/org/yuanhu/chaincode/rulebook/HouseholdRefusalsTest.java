package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class HouseholdRefusalsTest {
    private static final FieldName DISPLAY_NAME = new FieldName("displayName");

    private final World world;
    private final Client officer;
    private final Client clerk;

    HouseholdRefusalsTest(World world) {
        this.world = world;
        this.officer = world.voucher(COUNTY_A);
        this.clerk = world.clerk(COOPERATIVE_A);
    }

    @Test
    void refusesOneFamilyEnrolledTwice() {
        int n = world.next();
        HouseholdId first = Codes.household(n);
        officer.enrol(first, COUNTY_A, person(n));
        refuses(world, Rule.HH_06, () -> officer.enrol(Codes.household(world.next()), COUNTY_A, person(n)));
        assertThat(officer.enrol(first, COUNTY_A, person(n)).repeated()).isTrue();
    }

    @Test
    void refusesAnotherPersonUnderOneHousehold() {
        int n = world.next();
        officer.enrol(Codes.household(n), COUNTY_A, person(n));
        refuses(world, Rule.HH_07, () -> officer.enrol(Codes.household(n), COUNTY_A, person(world.next())));
    }

    @Test
    void refusesToVouchForWhoIsNotEnrolledOrWithOtherDigests() {
        int n = world.next();
        HouseholdId household = Codes.household(n);
        Enrolment never = new Enrolment(household, false, person(n).digests(household));
        refuses(world, Rule.HH_05, officer, world.vouching(household, COUNTY_A, never));
        officer.enrol(household, COUNTY_A, person(n));
        Enrolment other = new Enrolment(household, false, person(world.next()).digests(household));
        refuses(world, Rule.HH_05, officer, world.vouching(household, COUNTY_A, other));
        officer.submit(world.vouching(household, COUNTY_A, never));
        refuses(world, Rule.HH_04, officer, world.vouching(household, COUNTY_A, never));
    }

    /** The digests are public once somebody vouched; before, whoever endorsed the enrolment has them. They are of use to its county only. */
    @Test
    void refusesToVouchForAHouseholdThatAnotherCountyEnrolled() {
        int n = world.next();
        HouseholdId household = Codes.household(n);
        Enrolment enrolment = officer.enrol(household, COUNTY_A, person(n));
        Client elsewhere = world.voucher(World.COUNTY_B);
        refuses(world, Rule.HH_05, elsewhere, world.vouching(household, World.COUNTY_B, enrolment));
        refuses(world, Rule.HH_07, () -> elsewhere.enrol(household, World.COUNTY_B, person(n)));
        refuses(world, Rule.AC_07, elsewhere, world.vouching(household, COUNTY_A, enrolment));
        officer.submit(world.vouching(household, COUNTY_A, enrolment));
    }

    @Test
    void refusesToVouchInARegionThatIsNoCountyOrNotAdmitted() {
        int n = world.next();
        HouseholdId household = Codes.household(n);
        RegionCode elsewhere = new RegionCode("522633");
        Client there = world.voucher(elsewhere);
        Enrolment enrolment = there.enrol(household, elsewhere, person(n));
        refuses(world, Rule.RG_01, there, world.vouching(household, elsewhere, enrolment));
    }

    @Test
    void refusesPeriodsThatEndBeforeTheyBegin() {
        String vouch = Json.write(new Vouch(
                world.id(),
                Codes.household(world.next()),
                COUNTY_A,
                List.of(new CategoryPeriod(
                        Category.GENERAL, LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2021, 1, 1)))),
                person(1).digests(Codes.household(1))));
        refuses(world, Rule.FM_33, () -> officer.submit(Operation.VOUCH, vouch.replace("2021-01-01", "2019-12-31")));
    }

    @Test
    void refusesDigestsOutOfOrder() {
        HouseholdId household = Codes.household(world.next());
        String vouch = Json.write(new Vouch(
                world.id(),
                household,
                COUNTY_A,
                List.of(new CategoryPeriod(Category.GENERAL, LocalDate.of(2020, 1, 1), Optional.empty())),
                person(1).digests(household)));
        String twice = vouch.replace("\"field\":\"name\"", "\"field\":\"displayName\"");
        refuses(world, Rule.HH_12, () -> officer.submit(Operation.VOUCH, twice));
    }

    @Test
    void refusesWhatASuspendedOrWithdrawnHouseholdWouldNeed() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.HH_08, officer, new Reinstate(world.id(), household, "误报"));
        officer.submit(new Suspend(world.id(), household, "核查"));
        refuses(world, Rule.HH_02, officer, new Suspend(world.id(), household, "核查"));
        refuses(world, Rule.HH_02, clerk, new Join(world.id(), COOPERATIVE_A, household, today()));
        officer.submit(new Reinstate(world.id(), household, "核查完毕"));
        clerk.submit(new Join(world.id(), COOPERATIVE_A, household, today()));
        officer.submit(new Withdraw(world.id(), household, "迁出"));
        refuses(world, Rule.HH_03, officer, new Withdraw(world.id(), household, "迁出"));
        refuses(world, Rule.HH_03, officer, new Reinstate(world.id(), household, "迁回"));
        refuses(world, Rule.HH_03, officer, new Consent(world.id(), household, DISPLAY_NAME, true));
        refuses(world, Rule.HH_03, () -> officer.disclose(household, "displayName"));
    }

    @Test
    void refusesAMembershipThatCannotBe() {
        HouseholdId nobody = Codes.household(world.next());
        refuses(world, Rule.HH_01, clerk, new Join(world.id(), COOPERATIVE_A, nobody, today()));
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.MM_01, clerk, new Leave(world.id(), COOPERATIVE_A, household, today()));
        clerk.submit(new Join(world.id(), COOPERATIVE_A, household, today().minusDays(3)));
        refuses(world, Rule.MM_02, clerk, new Join(world.id(), COOPERATIVE_A, household, today()));
        refuses(world, Rule.MM_03, clerk, new Leave(world.id(), COOPERATIVE_A, household, today().minusDays(4)));
        clerk.submit(new Leave(world.id(), COOPERATIVE_A, household, today()));
        clerk.submit(new Join(world.id(), COOPERATIVE_A, household, today()));
    }

    @Test
    void refusesADayInTheFutureOrLongPast() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.FM_22, clerk, new Join(world.id(), COOPERATIVE_A, household, today().plusDays(1)));
        refuses(world, Rule.FM_23, clerk, new Join(world.id(), COOPERATIVE_A, household, today().minusDays(31)));
        clerk.submit(new Join(world.id(), COOPERATIVE_A, household, today().minusDays(30)));
    }

    @Test
    void tellsItsCountyAndItsCooperativeWithoutConsentAndNobodyAfterErasure() {
        HouseholdId household = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        for (Client theirs : List.of(officer, world.city(), world.province(), clerk, world.manager(COOPERATIVE_A))) {
            assertThat(theirs.disclose(household, "name").value()).startsWith("样例农户");
        }
        refuses(world, Rule.AC_07, () -> world.voucher(World.COUNTY_B).disclose(household, "name"));
        refuses(world, Rule.MM_01, () -> world.clerk(World.COOPERATIVE_B).disclose(household, "name"));
        refuses(world, Rule.MM_01, () -> world.manager(World.COOPERATIVE_B).disclose(household, "displayName"));
        refuses(world, Rule.AC_05, () -> world.platform().disclose(household, "displayName"));
        refuses(world, Rule.HH_09, () -> officer.disclose(household, "phone"));
        clerk.submit(new Leave(world.id(), COOPERATIVE_A, household, today()));
        refuses(world, Rule.MM_01, () -> clerk.disclose(household, "name"));
        officer.erase(household);
        refuses(world, Rule.HH_11, () -> officer.disclose(household, "displayName"));
        refuses(world, Rule.HH_11, () -> officer.erase(household));
    }

    @Test
    void tellsAServerWhatTheHouseholdConsentsToAndNothingElse() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        Client governments = world.client("county-officer", "server-government", Map.of("yuanhu.region", "529999"));
        for (Client server : List.of(world.server(), governments)) {
            refuses(world, Rule.HH_10, () -> server.disclose(household, "displayName"));
            refuses(world, Rule.HH_09, officer, new Consent(world.id(), household, new FieldName("phone"), true));
            officer.submit(new Consent(world.id(), household, DISPLAY_NAME, true));
            assertThat(server.disclose(household, "displayName").value()).startsWith("样例");
            refuses(world, Rule.HH_10, () -> server.disclose(household, "name"));
            officer.submit(new Consent(world.id(), household, DISPLAY_NAME, false));
            refuses(world, Rule.HH_10, () -> server.disclose(household, "displayName"));
        }
    }

    @Test
    void refusesToAnswerWithoutAKeyThatSomebodyMadeAtRandom() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(
                world,
                Rule.DC_07,
                () -> officer.evaluateAtHolders(Operation.DISCLOSE, household.value(), "displayName"));
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 1);
        for (byte[] none : List.of(new byte[0], new byte[16], new byte[31], new byte[33], new byte[32], ones)) {
            refuses(world, Rule.HH_14, () -> officer.disclose(household, "displayName", none));
        }
    }

    @Test
    void refusesAnEnrolmentWithoutItsPrivatePart() {
        String household = Codes.household(world.next()).value();
        refuses(world, Rule.DC_07, () -> officer.submit(Operation.ENROL, household, COUNTY_A.value()));
        refuses(world, Rule.DC_03, () -> officer.enrol(household, COUNTY_A.value(), "{\"family\":7}"));
    }
}
